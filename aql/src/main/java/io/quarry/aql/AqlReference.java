package io.quarry.aql;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.functions.Documentation;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Signature;
import io.quarry.plan.SourceText;
import io.quarry.plan.reference.Construct;
import io.quarry.plan.reference.ConstructFile;
import io.quarry.plan.reference.LanguageReference;
import io.quarry.plan.reference.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What AQL consists of: what {@code language.txt} describes, aggregates among it, which take more inside than authors
 * write; and the other functions with the words of their annotations.
 */
public final class AqlReference implements LanguageReference {
    private static final AqlReference INSTANCE = new AqlReference();
    private static final Pattern FUNCTION = Pattern.compile("[A-Z][A-Z0-9_:]*");
    private static final List<String> WRITTEN_BETWEEN =
            List.of("IN", "LIKE", "ILIKE", "MATCHES", "IMATCHES", "COLLATE");

    private AqlReference() {}

    public static AqlReference instance() {
        return INSTANCE;
    }

    @Override
    public String language() {
        return "AQL";
    }

    @Override
    public List<Construct> constructs() {
        List<Construct> all =
                new ArrayList<>(ConstructFile.read(AqlReference.class.getResourceAsStream("language.txt")));
        Set<String> described = all.stream().map(Construct::name).collect(Collectors.toSet());
        for (String name : Functions.names(Language.AQL)) {
            if (!described.contains(name) && FUNCTION.matcher(name).matches() && !WRITTEN_BETWEEN.contains(name)) {
                List<Signature> overloads = Functions.scalars(Language.AQL, name).stream()
                        .map(ScalarFunction::signature)
                        .toList();
                all.add(function(name, overloads));
            }
        }
        for (AqlSwitch reading : AqlSwitch.values()) {
            String other = reading.name() + (reading.isStandard() ? "=off" : "=on");
            all.add(new Construct(
                    "reading", reading.name(), "--aql-switch " + other, reading.doc(), "", shown(reading)));
        }
        return List.copyOf(all);
    }

    private static String shown(AqlSwitch reading) {
        return reading.isStandard() ? "Not confirmed; taken here." : "Not confirmed; not taken here.";
    }

    private static Construct function(String name, List<Signature> overloads) {
        List<Documentation> words = Functions.documentation().stream()
                .filter(one -> one.aql().contains(name))
                .toList();
        return new Construct(
                "function",
                name,
                overloads.stream().map(signature -> name + signature).distinct().collect(Collectors.joining(" or ")),
                first(words, Documentation::doc),
                words.stream()
                        .flatMap(one -> one.examples().stream())
                        .findFirst()
                        .orElse(""),
                first(words, Documentation::differs));
    }

    private static String first(List<Documentation> words, Function<Documentation, String> part) {
        return words.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * Found out by compiling the example.
     *
     * @throws IllegalStateException if the example is wrong for other reasons
     */
    @Override
    public Support support(Construct construct) {
        if (!construct.example().startsWith("SELECT")) {
            return Support.SUPPORTED;
        }
        List<String> errors =
                Aql.compile(new SourceText("example", construct.example()), AqlCatalog.standard())
                        .diagnostics()
                        .stream()
                        .filter(Diagnostic::isError)
                        .map(diagnostic -> diagnostic.code().name())
                        .toList();
        if (!errors.isEmpty() && !errors.contains(CommonCode.UNSUPPORTED.name())) {
            throw new IllegalStateException("the example of " + construct.name() + " is wrong: " + errors);
        }
        return errors.isEmpty() ? Support.SUPPORTED : Support.REFUSED;
    }
}
