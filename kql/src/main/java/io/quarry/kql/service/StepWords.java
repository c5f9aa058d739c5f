package io.quarry.kql.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words that belong to the step of an operator.
 *
 * @param parameters their values by name; an empty list where the values are no words
 * @param before what may stand where a value is expected
 * @param after what may follow a value
 */
record StepWords(Map<String, List<String>> parameters, List<String> before, List<String> after) {
    private static final List<String> JOIN_KINDS = List.of(
            "inner",
            "innerunique",
            "leftouter",
            "rightouter",
            "fullouter",
            "leftsemi",
            "rightsemi",
            "leftanti",
            "rightanti");
    private static final List<String> BOTH = List.of("false", "true");
    private static final String HINT = "hint.";
    private static final List<String> STRATEGIES = List.of("broadcast", "shuffle");
    private static final List<String> SIDES = List.of("auto", "left", "local", "right");
    private static final List<String> ORDER = List.of("asc", "desc", "nulls", "first", "last");
    private static final StepWords NONE = new StepWords(Map.of(), List.of(), List.of());
    private static final List<String> AND_BY = List.of("by");

    private static final Map<String, StepWords> WORDS = Map.ofEntries(
            Map.entry(
                    "join",
                    new StepWords(
                            Map.of(
                                    "kind",
                                    JOIN_KINDS,
                                    "hint.strategy",
                                    STRATEGIES,
                                    "hint.shufflekey",
                                    List.of(),
                                    "hint.num_partitions",
                                    List.of(),
                                    "hint.remote",
                                    SIDES),
                            List.of("on", "$left", "$right"),
                            List.of("on"))),
            Map.entry(
                    "lookup",
                    new StepWords(
                            Map.of("kind", List.of("leftouter", "inner")),
                            List.of("on", "$left", "$right"),
                            List.of("on"))),
            Map.entry(
                    "union",
                    new StepWords(
                            Map.of("kind", List.of("inner", "outer"), "withsource", List.of(), "isfuzzy", BOTH),
                            List.of(),
                            List.of())),
            Map.entry(
                    "externaldata",
                    new StepWords(
                            Map.of(
                                    "format",
                                    List.of("csv", "json", "multijson", "psv", "raw", "scsv", "tsv", "txt"),
                                    "ignoreFirstRecord",
                                    BOTH),
                            List.of(),
                            List.of("with"))),
            Map.entry("parse", pattern()),
            Map.entry("parse-where", pattern()),
            Map.entry("parse-kv", new StepWords(Map.of(), List.of(), List.of("as", "with"))),
            Map.entry(
                    "mv-expand",
                    new StepWords(
                            Map.of("kind", List.of("bag", "array"), "with_itemindex", List.of()),
                            List.of(),
                            List.of("to", "limit"))),
            Map.entry(
                    "mv-apply",
                    new StepWords(Map.of("with_itemindex", List.of()), List.of(), List.of("to", "limit", "on"))),
            Map.entry(
                    "summarize",
                    new StepWords(
                            Map.of(
                                    "hint.strategy",
                                    List.of("shuffle"),
                                    "hint.shufflekey",
                                    List.of(),
                                    "hint.num_partitions",
                                    List.of()),
                            AND_BY,
                            AND_BY)),
            Map.entry(
                    "make-series",
                    new StepWords(Map.of(), List.of(), List.of("default", "on", "from", "to", "step", "by"))),
            Map.entry("sort", new StepWords(Map.of(), AND_BY, ORDER)),
            Map.entry("order", new StepWords(Map.of(), AND_BY, ORDER)),
            Map.entry("top", new StepWords(Map.of(), List.of(), joined(AND_BY, ORDER))),
            Map.entry(
                    "top-nested",
                    new StepWords(Map.of(), List.of("of"), joined(List.of("of", "by", "with", "others"), ORDER))),
            Map.entry("top-hitters", new StepWords(Map.of(), List.of("of"), List.of("of", "by"))),
            Map.entry("sample-distinct", new StepWords(Map.of(), List.of("of"), List.of("of"))),
            Map.entry(
                    "project-reorder",
                    new StepWords(Map.of(), List.of(), List.of("asc", "desc", "granny-asc", "granny-desc"))),
            Map.entry("partition", new StepWords(Map.of(), AND_BY, AND_BY)),
            Map.entry("range", new StepWords(Map.of(), List.of(), List.of("from", "to", "step"))),
            Map.entry("search", new StepWords(Map.of("kind", List.of("case_sensitive")), List.of("in"), List.of())),
            Map.entry(
                    "find",
                    new StepWords(
                            Map.of("withsource", List.of()), List.of("in", "where"), List.of("where", "project"))),
            Map.entry(
                    "render",
                    new StepWords(
                            Map.of(
                                    "kind",
                                    List.of("default", "unstacked", "stacked", "stacked100", "map"),
                                    "legend",
                                    List.of("visible", "hidden"),
                                    "xaxis",
                                    List.of("linear", "log"),
                                    "yaxis",
                                    List.of("linear", "log"),
                                    "ysplit",
                                    List.of("none", "axes", "panels"),
                                    "accumulate",
                                    BOTH),
                            List.of(
                                    "with",
                                    "title",
                                    "xcolumn",
                                    "ycolumns",
                                    "series",
                                    "anomalycolumns",
                                    "xtitle",
                                    "ytitle",
                                    "xmin",
                                    "xmax",
                                    "ymin",
                                    "ymax"),
                            List.of("with"))));

    /** Words that are no names of columns, wherever they stand. */
    private static final Set<String> RESERVED = Set.of(
            "and",
            "or",
            "not",
            "in",
            "has",
            "contains",
            "startswith",
            "endswith",
            "has_any",
            "has_all",
            "between",
            "by",
            "on",
            "from",
            "to",
            "step",
            "of",
            "with",
            "regex",
            "matches",
            "limit",
            "kind",
            "as",
            "hasprefix",
            "hassuffix",
            "default",
            "has_cs",
            "contains_cs",
            "startswith_cs",
            "endswith_cs",
            "where");

    static StepWords of(String operator) {
        return WORDS.getOrDefault(operator, NONE);
    }

    /** True for words after which a value follows. */
    static boolean isWord(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The names of parameters that stand after {@code hint.}. */
    List<String> hints() {
        return parameters.keySet().stream()
                .filter(name -> name.startsWith(HINT))
                .map(name -> name.substring(HINT.length()))
                .sorted()
                .toList();
    }

    boolean hasParameter(String name) {
        return parameters.containsKey(name);
    }

    List<String> values(String parameter) {
        return parameters.getOrDefault(parameter, List.of());
    }

    /** True if a table may stand in the step. */
    boolean takesTables() {
        return equals(of("join"))
                || equals(of("lookup"))
                || equals(of("union"))
                || equals(of("find"))
                || equals(of("search"));
    }

    List<String> keywords(boolean afterValue) {
        List<String> words = new ArrayList<>(afterValue ? after : before);
        if (!afterValue) {
            parameters.keySet().stream().sorted().forEach(words::add);
        }
        return words;
    }

    private static StepWords pattern() {
        return new StepWords(
                Map.of("kind", List.of("simple", "regex", "relaxed"), "flags", List.of()),
                List.of("with"),
                List.of("with"));
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
