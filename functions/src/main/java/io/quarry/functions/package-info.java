/**
 * Scalar and aggregate functions of all languages, and the registry that finds them.
 *
 * <p>To add a scalar function, write a static method in a class of its topic and annotate it with
 * {@link io.quarry.processor.Scalar}: the method is the function of one row, its parameter types are the signature. To add an
 * aggregate, write the state of one group as a final class and annotate it with {@link io.quarry.processor.Aggregate}. The
 * build writes the loops over batches and the registry, and reports what it cannot use as a compile error at the method. The
 * example of the annotation runs as a test; random tests compare the batch form with the row form, and split rows with whole
 * ones.
 *
 * <p>What several languages search for in text is in {@link io.quarry.functions.text}: needles, terms, sets, regular
 * expressions.
 */
package io.quarry.functions;
