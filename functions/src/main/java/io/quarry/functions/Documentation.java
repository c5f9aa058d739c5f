package io.quarry.functions;

import java.util.List;

/**
 * The words about one function, from its annotation.
 *
 * @param examples {@code call -> result} in the syntax of the first language that names the function
 * @param source the page that settles the meaning; may be empty
 * @param differs where results are known to differ from the platform's; empty if nowhere
 */
public record Documentation(
        List<String> kql,
        List<String> aql,
        List<String> sigma,
        String doc,
        List<String> examples,
        String source,
        String differs) {}
