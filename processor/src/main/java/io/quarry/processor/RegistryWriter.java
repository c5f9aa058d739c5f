package io.quarry.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes {@code io.quarry.functions.FunctionTable}, which finds functions by name without loading the classes of others,
 * and {@code io.quarry.functions.FunctionReference}, the words about each.
 */
final class RegistryWriter {
    static final String PACKAGE = "io.quarry.functions";

    private final List<Entry> scalars;
    private final List<Entry> aggregates;

    RegistryWriter(List<Entry> scalars, List<Entry> aggregates) {
        this.scalars = scalars;
        this.aggregates = aggregates;
    }

    String table() {
        Code code = new Code();
        code.line("package %s;", PACKAGE).line("");
        code.line("import io.quarry.plan.AggregateFunction;");
        code.line("import io.quarry.plan.ScalarFunction;");
        code.line("import java.util.List;");
        code.line("import java.util.stream.Stream;").line("");
        code.line("final class FunctionTable {");
        code.line("private FunctionTable() {}").line("");
        kind(code, "scalar", "ScalarFunction", scalars);
        kind(code, "aggregate", "AggregateFunction", aggregates);
        code.line("}");
        return code.toString();
    }

    private static void kind(Code code, String kind, String type, List<Entry> entries) {
        Map<String, Function<Names, List<String>>> languages = new TreeMap<>();
        languages.put("KQL", Names::kql);
        languages.put("AQL", Names::aql);
        languages.put("SIGMA", Names::sigma);
        languages.forEach((language, names) -> {
            String prefix = language.toLowerCase(java.util.Locale.ROOT)
                    + Character.toUpperCase(kind.charAt(0))
                    + kind.substring(1);
            Map<String, List<Entry>> byName = byName(entries, names);
            lookup(code, prefix, type, byName);
            code.line("static final List<String> %s_%sS = List.of(", language, kind.toUpperCase(java.util.Locale.ROOT));
            code.line(
                    "        %s);",
                    String.join(
                            ", ", byName.keySet().stream().map(Code::literal).toList()));
            code.line("");
        });
    }

    private static void lookup(Code code, String prefix, String type, Map<String, List<Entry>> byName) {
        code.line("static List<%s> %s(String name) {", type, prefix);
        if (byName.isEmpty()) {
            code.line("return List.of();").line("}").line("");
            return;
        }
        code.line("return switch (name) {");
        byName.forEach((name, entries) -> {
            String value = entries.stream().anyMatch(entry -> entry.parameters() == null)
                    ? joined(entries)
                    : listed(type, entries);
            code.line("case %s -> %s;", Code.literal(name), value);
        });
        code.line("default -> List.of();").line("};").line("}").line("");
    }

    private static String listed(String type, List<Entry> entries) {
        List<String> instances = entries.stream().map(Entry::instance).toList();
        return "List.<" + type + ">of(" + String.join(", ", instances) + ")";
    }

    private static String joined(List<Entry> entries) {
        List<String> lists = entries.stream()
                .map(entry -> entry.parameters() == null ? entry.instance() : "List.of(" + entry.instance() + ")")
                .toList();
        return "Stream.of(" + String.join(", ", lists) + ").flatMap(List::stream).toList()";
    }

    private static Map<String, List<Entry>> byName(List<Entry> entries, Function<Names, List<String>> names) {
        Map<String, List<Entry>> byName = new TreeMap<>();
        for (Entry entry : entries) {
            for (String name : names.apply(entry.names())) {
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(entry);
            }
        }
        return byName;
    }

    String reference() {
        Code code = new Code();
        code.line("package %s;", PACKAGE).line("");
        code.line("import java.util.List;").line("");
        code.line("final class FunctionReference {");
        code.line("private FunctionReference() {}").line("");
        references(code, "SCALARS", scalars);
        references(code, "AGGREGATES", aggregates);
        code.line("}");
        return code.toString();
    }

    private static void references(Code code, String field, List<Entry> entries) {
        code.line("static final List<Documentation> %s = List.of(new Documentation[] {", field);
        Entry.Reference last = null;
        for (Entry entry : entries) {
            if (!entry.reference().equals(last)) {
                last = entry.reference();
                code.line(
                        "new Documentation(%s, %s, %s, %s, %s, %s, %s),",
                        list(entry.names().kql()),
                        list(entry.names().aql()),
                        list(entry.names().sigma()),
                        Code.literal(last.doc()),
                        list(last.examples()),
                        Code.literal(last.source()),
                        Code.literal(last.differs()));
            }
        }
        code.line("});").line("");
    }

    private static String list(List<String> values) {
        return "List.of(" + String.join(", ", values.stream().map(Code::literal).toList()) + ")";
    }
}
