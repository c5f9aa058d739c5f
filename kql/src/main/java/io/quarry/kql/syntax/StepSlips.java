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

    /** The first words of further operators, which are names of columns as well. */
    private static final Set<String> FIRST_WORDS =
            Set.of("as", "facet", "filter", "fork", "getschema", "make", "mv", "partition", "sample", "scan");

    private StepSlips() {}

    /** True if a step begins with the word wherever it stands. */
    static boolean isStep(String word) {
        return STEPS.contains(word);
    }

    /** True if a step begins some tokens after the cursor, and no value that has the name of one. */
    static boolean isStepAt(Cursor cursor, int distance) {
        Token name = cursor.peek(distance);
        Token next = cursor.peek(distance + 1);
        if (name.kind() != Kind.NAME || !STEPS.contains(name.text()) && !FIRST_WORDS.contains(name.text())) {
            return false;
        }
        boolean isHyphenated = next.isSymbol("-") && name.touches(next);
        boolean isCall = next.isSymbol("(") && name.text().equals("count");
        boolean isPath = next.isSymbol(".") || next.isSymbol("=");
        return isHyphenated || !isCall && !isPath && BinaryOperators.at(cursor, distance + 1) == null;
    }

    /** Takes the pipes that follow one, and reports them. */
    static void skipMorePipes(Cursor cursor) {
        if (!cursor.at("|")) {
            return;
        }
        int first = cursor.last().span().end();
        Span more = cursor.peek().span();
        while (cursor.takeIf("|")) {
            more = more.to(cursor.last().span());
        }
        cursor.problems()
                .report(
                        CommonCode.SYNTAX,
                        new Span(first, more.end()),
                        "expected one pipe before a step, found more",
                        List.of(),
                        Optional.of(Repair.replace("write one pipe", more, "")));
    }

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
