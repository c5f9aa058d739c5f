package io.quarry.kql.syntax;

import io.quarry.kql.diagnostic.Problems;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Steps of a query that are not written as steps are, though it is clear what is meant. It is reported, and reading goes on as
 * if they were.
 */
final class StepSlips {
    /** Operators whose name says that a step begins, even where its pipe is missing. */
    private static final Set<String> STEPS = Set.of(
            "where",
            "extend",
            "project",
            "summarize",
            "distinct",
            "join",
            "lookup",
            "sort",
            "order",
            "top",
            "take",
            "limit",
            "count",
            "union",
            "render",
            "evaluate",
            "invoke",
            "parse",
            "serialize");

    /** What other languages call a step, and what it is here. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("dedup", "distinct"),
            Map.entry("eval", "extend"),
            Map.entry("fields", "project"),
            Map.entry("group", "summarize ... by"),
            Map.entry("groupby", "summarize ... by"),
            Map.entry("having", "where"),
            Map.entry("head", "take"),
            Map.entry("orderby", "sort by"),
            Map.entry("rename", "project-rename"),
            Map.entry("rex", "parse, or extract() in an extend"),
            Map.entry("select", "project"),
            Map.entry("stats", "summarize"),
            Map.entry("table", "project"),
            Map.entry("tail", "sort and take"));

    private StepSlips() {}

    /** True, and reported, if a step begins here without a pipe before it. */
    static boolean isPipeMissing(Cursor cursor) {
        Token next = cursor.peek();
        if (next.kind() != Kind.NAME || !STEPS.contains(next.text())) {
            return false;
        }
        Span before = new Span(next.span().start(), next.span().start());
        cursor.problems()
                .report(
                        CommonCode.SYNTAX,
                        cursor.placeOfExpected(),
                        "expected a pipe before " + next.describe(),
                        List.of("each step of a query begins with |"),
                        Optional.of(Repair.replace("put a pipe before it", before, "| ")));
        return true;
    }

    /** Reports that there is no operator of that name; the one that is meant, if that is clear and it is among the known. */
    static Optional<String> meant(Problems problems, Span keyword, String name, Set<String> known) {
        List<String> near = Suggestions.near(name, known);
        List<String> hints = new ArrayList<>();
        String elsewhere = ELSEWHERE.get(name.toLowerCase(Locale.ROOT));
        if (elsewhere != null) {
            hints.add("KQL calls it " + elsewhere);
        } else {
            near.forEach(meant -> hints.add("did you mean '" + meant + "'?"));
        }
        Optional<String> meant = elsewhere == null && near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
        problems.report(
                CommonCode.SYNTAX,
                keyword,
                "no operator '" + name + "'",
                hints,
                meant.map(operator -> Repair.replace("write " + operator, keyword, operator)));
        return meant;
    }
}
