package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Items of a list with no comma between them. */
final class MissingCommas {
    /** Words with which a step goes on after a list. */
    private static final Set<String> GOING_ON = Set.of(
            "as", "asc", "by", "default", "desc", "from", "in", "kind", "limit", "nulls", "of", "on", "step", "to",
            "with");

    /** What may stand after a name that is an item, or begins one. */
    private static final Set<String> AFTER_NAME = Set.of(",", "=", ".", "|", ")", "]", "}", ";");

    /** Words that may follow a name that is an item. */
    private static final Set<String> ENDING_ITEM = Set.of("asc", "by", "desc");

    /** The units of time, by the words that other languages have for them. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("d", "d"),
            Map.entry("day", "d"),
            Map.entry("days", "d"),
            Map.entry("h", "h"),
            Map.entry("hour", "h"),
            Map.entry("hours", "h"),
            Map.entry("m", "m"),
            Map.entry("min", "m"),
            Map.entry("minute", "m"),
            Map.entry("minutes", "m"),
            Map.entry("s", "s"),
            Map.entry("second", "s"),
            Map.entry("seconds", "s"));

    private MissingCommas() {}

    /** True, and reported, if an item begins here though only a comma can stand here. */
    static boolean isAhead(Cursor cursor) {
        Token item = cursor.peek();
        if (!beginsItem(cursor)
                || isOnNewLine(cursor.problems().source().text(), cursor.last(), item) && !goesOn(cursor)) {
            return false;
        }
        int end = cursor.last().span().end();
        Repair comma = Repair.replace("put a comma before it", new Span(end, end), ",");
        Optional<Repair> unit = joinedUnit(cursor.last(), item);
        cursor.problems()
                .report(
                        CommonCode.SYNTAX,
                        cursor.placeOfExpected(),
                        "expected ',' before " + item.describe(),
                        List.of(
                                unit.isPresent()
                                        ? "a span of time is one word, as 24h"
                                        : "commas divide the items of a list"),
                        unit.or(() -> Optional.of(comma)));
        return true;
    }

    /** {@code 1 day}: written as the one word that it is. */
    private static Optional<Repair> joinedUnit(Token number, Token word) {
        String unit = UNITS.get(word.text().toLowerCase(Locale.ROOT));
        boolean isNumber = number.kind() == Token.Kind.LITERAL && number.type() == Type.LONG;
        Span place = number.span().to(word.span());
        return isNumber && unit != null
                ? Optional.of(Repair.replace("write the span as one word", place, number.text() + unit))
                : Optional.empty();
    }

    private static boolean beginsItem(Cursor cursor) {
        Token item = cursor.peek();
        if (cursor.last().kind() == Kind.NAME && StepSlips.isStep(cursor.last().text())) {
            return false;
        }
        return switch (item.kind()) {
            case NAME ->
                !GOING_ON.contains(item.text())
                        && !Keywords.isNoValue(item.text())
                        && !StepSlips.isStep(item.text())
                        && BinaryOperators.at(cursor) == null
                        && endsName(cursor);
            case STRING, LITERAL, TYPED_LITERAL -> true;
            case SYMBOL, END -> false;
        };
    }

    private static boolean endsName(Cursor cursor) {
        Token next = cursor.peek(1);
        return switch (next.kind()) {
            case SYMBOL ->
                AFTER_NAME.contains(next.text())
                        || next.isSymbol("(") && cursor.peek().touches(next);
            case NAME -> ENDING_ITEM.contains(next.text());
            case END -> true;
            case STRING, LITERAL, TYPED_LITERAL -> false;
        };
    }

    /** True if what begins here is no statement, and so belongs to the list though it stands on another line. */
    private static boolean goesOn(Cursor cursor) {
        return cursor.peek(1).isSymbol(",") || cursor.peek(1).isSymbol("=");
    }

    /** Warns of texts that begin an item of a list, stand on one line and are one text, since no comma is between them. */
    static void warnOfJoinedTexts(Cursor cursor) {
        String text = cursor.problems().source().text();
        List<TextEdit> commas = new ArrayList<>();
        int last = 0;
        while (cursor.peek(last).kind() == Kind.STRING && cursor.peek(last + 1).kind() == Kind.STRING) {
            if (!isOnNewLine(text, cursor.peek(last), cursor.peek(last + 1))) {
                int end = cursor.peek(last).span().end();
                commas.add(new TextEdit(new Span(end, end), ","));
            }
            last++;
        }
        Token next = cursor.peek(last + 1);
        if (!commas.isEmpty() && (next.isSymbol(",") || next.isSymbol(")") || next.isSymbol("]"))) {
            cursor.problems()
                    .report(
                            KqlCode.ADJACENT_TEXTS,
                            cursor.peek().span().to(cursor.peek(last).span()),
                            "no comma is between these texts, so they are one member of the list",
                            List.of("put a comma between them, or write them as one text"),
                            Optional.of(new Repair("put a comma between them", commas)));
        }
    }

    private static boolean isOnNewLine(String text, Token before, Token after) {
        return text.substring(before.span().end(), after.span().start()).matches("(?s).*[\\r\\n].*");
    }
}
