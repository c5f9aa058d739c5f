package io.quarry.kql;

import io.quarry.data.Platform;
import io.quarry.functions.Documentation;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Signature;
import io.quarry.plan.SourceText;
import io.quarry.plan.reference.Construct;
import io.quarry.plan.reference.ConstructFile;
import io.quarry.plan.reference.LanguageReference;
import io.quarry.plan.reference.Support;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What KQL consists of: what {@code language.txt} describes, and the platform's functions with the words of their
 * annotations.
 */
public final class KqlReference implements LanguageReference {
    /** The kind of functions of a row. */
    public static final String SCALAR = "scalar function";

    /** The kind of functions of a group of rows. */
    public static final String AGGREGATE = "aggregate function";

    /** The kind of functions that stand for a table; the platform lists some of them among the functions of a row too. */
    private static final String TABLE = "table function";

    private static final KqlReference INSTANCE = new KqlReference();

    /** Read when first asked for. */
    private static final class Constructs {
        static final List<Construct> ALL = all();
    }

    private KqlReference() {}

    public static KqlReference instance() {
        return INSTANCE;
    }

    @Override
    public String language() {
        return "KQL";
    }

    @Override
    public List<Construct> constructs() {
        return Constructs.ALL;
    }

    /** The construct of that kind and name. */
    public Optional<Construct> find(String kind, String name) {
        return Constructs.ALL.stream()
                .filter(construct ->
                        construct.kind().equals(kind) && construct.name().equals(name))
                .findFirst();
    }

    private static List<Construct> all() {
        List<Construct> all = new ArrayList<>();
        List<Construct> functions = new ArrayList<>();
        for (Construct construct : ConstructFile.read(KqlReference.class.getResourceAsStream("language.txt"))) {
            boolean function =
                    construct.kind().equals(SCALAR) || construct.kind().equals(AGGREGATE);
            (function ? functions : all).add(construct);
        }
        Set<String> described = all.stream()
                .filter(construct -> construct.kind().equals(TABLE))
                .flatMap(construct -> Stream.of(construct.name().split(", ")))
                .collect(Collectors.toSet());
        for (String kind : List.of(SCALAR, AGGREGATE)) {
            for (String name : PlatformFunctions.names()) {
                boolean known = kind.equals(SCALAR)
                        ? PlatformFunctions.scalar(name).isPresent()
                        : PlatformFunctions.aggregate(name).isPresent();
                if (known && !described.contains(name)) {
                    all.add(functions.stream()
                            .filter(written -> written.kind().equals(kind)
                                    && written.name().equals(name))
                            .findFirst()
                            .orElseGet(() -> function(kind, name)));
                }
            }
        }
        return List.copyOf(all);
    }

    private static Construct function(String kind, String name) {
        Optional<Documentation> words = words(kind, name);
        return new Construct(
                kind,
                name,
                FunctionUsage.of(name, platform(kind, name), signatures(kind, name)),
                words.map(Documentation::doc).orElse(""),
                words.flatMap(known -> known.examples().stream().findFirst()).orElse(""),
                words.map(Documentation::differs).orElse(""));
    }

    /** What the overloads' annotations say; an overload with an example comes before one without. */
    private static Optional<Documentation> words(String kind, String name) {
        List<Documentation> all = kind.equals(SCALAR) ? Functions.documentation() : Functions.aggregateDocumentation();
        List<Documentation> named =
                all.stream().filter(words -> words.kql().contains(name)).toList();
        return named.stream()
                .filter(words -> !words.examples().isEmpty())
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    private static PlatformFunctions.Entry platform(String kind, String name) {
        return (kind.equals(SCALAR) ? PlatformFunctions.scalar(name) : PlatformFunctions.aggregate(name)).orElseThrow();
    }

    private static List<Signature> signatures(String kind, String name) {
        return kind.equals(SCALAR)
                ? Functions.scalars(Language.KQL, name).stream()
                        .map(ScalarFunction::signature)
                        .toList()
                : Functions.aggregates(Language.KQL, name).stream()
                        .map(AggregateFunction::signature)
                        .toList();
    }

    /**
     * Found out by compiling the example; a function without one is tried with arguments of the types that it takes.
     *
     * @throws IllegalStateException if the example is wrong for other reasons
     */
    @Override
    public Support support(Construct construct) {
        boolean scalar = construct.kind().equals(SCALAR);
        if (!scalar && !construct.kind().equals(AGGREGATE)) {
            return ofText(construct);
        }
        if (!construct.example().isEmpty() && !construct.example().contains(" -> ")) {
            return ofText(construct);
        }
        if (!signatures(construct.kind(), construct.name()).isEmpty()) {
            return Support.SUPPORTED;
        }
        boolean runs = FunctionUsage.calls(construct.name(), platform(construct.kind(), construct.name())).stream()
                .map(call -> scalar
                        ? FunctionUsage.ROWS + " | extend r = " + call
                        : FunctionUsage.ROWS + " | summarize r = " + call)
                .anyMatch(text -> compile(text, Platform.DEFENDER).stream().noneMatch(Diagnostic::isError));
        return runs ? Support.SUPPORTED : Support.REFUSED;
    }

    private static Support ofText(Construct construct) {
        Set<String> codes = new HashSet<>();
        for (Platform platform : List.of(Platform.DEFENDER, Platform.SENTINEL)) {
            List<Diagnostic> errors = compile(construct.example(), platform).stream()
                    .filter(Diagnostic::isError)
                    .toList();
            if (errors.isEmpty()) {
                return Support.SUPPORTED;
            }
            errors.forEach(error -> codes.add(error.code().name()));
        }
        if (codes.contains(CommonCode.UNSUPPORTED.name())) {
            return Support.REFUSED;
        }
        throw new IllegalStateException(
                "the example of " + construct.kind() + " " + construct.name() + " is wrong: " + codes);
    }

    private static List<Diagnostic> compile(String text, Platform platform) {
        Compilation compilation = Kql.compile(new SourceText("example", text), KqlCatalog.of(platform));
        return compilation.diagnostics();
    }
}
