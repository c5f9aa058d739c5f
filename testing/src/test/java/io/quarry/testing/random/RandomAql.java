package io.quarry.testing.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random AQL over {@link RandomEvents}: nearly all of it has no error. */
final class RandomAql {
    /** What an expression gives. */
    private enum Kind {
        TEXT("username"),
        LONG("eventcount"),
        REAL("score"),
        TRUTH("hasoffense"),
        ADDRESS("sourceip"),
        TIME("starttime");

        private final String column;

        Kind(String column) {
            this.column = column;
        }
    }

    private static final List<String> TEXTS = List.of("''", "'a'", "'A'", "'b'", "'ab'", "'10'", "'it''s'", "'x\\y'");
    private static final List<String> PATTERNS = List.of("'%'", "'a%'", "'%B'", "'_'", "'a_%'", "''", "'%\\%'");
    private static final List<String> REGEXES = List.of("'a.*'", "'.*B'", "'[a-c]+'", "''", "'(?i)A|b'");
    private static final List<String> ADDRESSES = List.of("'10.0.0.1'", "'10.0.0.2'", "'192.168.0.1'", "'::1'");

    private final Random random;

    RandomAql(Random random) {
        this.random = random;
    }

    /** A whole query. */
    String query() {
        return random.nextInt(3) == 0 ? grouped() : plain();
    }

    private String plain() {
        String items = random.nextInt(4) == 0
                ? "*"
                : some(3, () -> expression(kind(), 2) + (random.nextBoolean() ? " AS a" + random.nextInt(3) : ""));
        return "SELECT " + items + " FROM " + source() + where()
                + maybe(3, () -> " ORDER BY " + some(2, () -> Kind.values()[random.nextInt(6)].column + direction()))
                + limit() + time();
    }

    private String grouped() {
        List<String> keys = Stream.of(kind(), kind())
                .distinct()
                .limit(random.nextInt(3))
                .map(kind -> kind.column)
                .toList();
        String items = Stream.concat(keys.stream(), Stream.of(aggregate(), aggregate(), kind().column))
                .collect(Collectors.joining(", "));
        String groups = keys.isEmpty() ? "" : " GROUP BY " + String.join(", ", keys);
        return "SELECT " + items + " FROM " + source() + where() + groups
                + maybe(3, () -> " HAVING " + aggregate() + " IS NOT NULL OR COUNT(*) > 1")
                + maybe(3, () -> " ORDER BY COUNT(*)" + direction()) + limit() + time();
    }

    private String source() {
        return random.nextInt(5) > 0
                ? RandomEvents.TABLE
                : "(SELECT * FROM " + RandomEvents.TABLE + where() + limit() + " LAST 1 HOURS)";
    }

    private String where() {
        return maybe(2, () -> " WHERE " + truth(3));
    }

    private String limit() {
        return maybe(4, () -> " LIMIT " + random.nextInt(6));
    }

    private String time() {
        return maybe(3, () -> random.nextBoolean() ? " LAST " + (1 + random.nextInt(60)) + " MINUTES" : " LAST 1 DAYS");
    }

    private String aggregate() {
        String argument = expression(random.nextBoolean() ? Kind.LONG : Kind.REAL, 1);
        return switch (random.nextInt(9)) {
            case 0 -> "COUNT(*)";
            case 1 -> "COUNT(" + expression(kind(), 1) + ")";
            case 2 -> "SUM(" + argument + ")";
            case 3 -> "AVG(" + argument + ")";
            case 4 -> "MIN(" + expression(random.nextBoolean() ? Kind.TEXT : Kind.LONG, 1) + ")";
            case 5 -> "MAX(" + expression(random.nextBoolean() ? Kind.TEXT : Kind.REAL, 1) + ")";
            case 6 -> "UNIQUECOUNT(" + expression(kind(), 1) + ")";
            case 7 -> (random.nextBoolean() ? "FIRST(" : "LAST(") + expression(kind(), 1) + ")";
            default -> (random.nextBoolean() ? "STDEV(" : "STDEVP(") + argument + ")";
        };
    }

    private String expression(Kind kind, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return random.nextInt(3) == 0 ? constant(kind) : kind.column;
        }
        if (random.nextInt(8) == 0) {
            return "CASE WHEN " + truth(depth - 1) + " THEN " + expression(kind, depth - 1)
                    + maybe(2, () -> " ELSE " + expression(kind, depth - 1)) + " END";
        }
        if (random.nextInt(8) == 0) {
            return "(IF " + truth(depth - 1) + " THEN " + expression(kind, depth - 1) + " ELSE "
                    + expression(kind, depth - 1) + ")";
        }
        return switch (kind) {
            case TEXT -> text(depth - 1);
            case LONG -> whole(depth - 1);
            case REAL ->
                "(" + expression(Kind.REAL, depth - 1) + " " + one("+", "-", "*", "/") + " "
                        + expression(number(), depth - 1) + ")";
            case TRUTH -> "(" + truth(depth - 1) + ")";
            case ADDRESS -> kind.column;
            case TIME -> "NOW() - " + random.nextInt(100_000);
        };
    }

    private String text(int depth) {
        String text = expression(Kind.TEXT, depth);
        return switch (random.nextInt(6)) {
            case 0 -> one("LOWER", "UPPER") + "(" + text + ")";
            case 1 -> "CONCAT(" + some(3, () -> expression(kind(), depth)) + ")";
            case 2 ->
                "SUBSTRING(" + text + ", " + (random.nextInt(4) - 1) + maybe(2, () -> ", " + random.nextInt(3)) + ")";
            case 3 -> "STR(" + expression(kind(), depth) + ")";
            case 4 -> one("REPLACEALL", "REPLACEFIRST") + "(" + one(REGEXES) + ", " + text + ", '-')";
            default -> "DATEFORMAT(" + expression(Kind.TIME, depth) + ", 'HH:mm')";
        };
    }

    private String whole(int depth) {
        String left = expression(Kind.LONG, depth);
        return switch (random.nextInt(6)) {
            case 0 -> "STRLEN(" + expression(Kind.TEXT, depth) + ")";
            case 1 -> "STRPOS(" + expression(Kind.TEXT, depth) + ", " + one(TEXTS) + ")";
            case 2 -> "LONG(" + expression(random.nextBoolean() ? Kind.TEXT : Kind.REAL, depth) + ")";
            case 3 -> one("-", "~") + "(" + left + ")";
            default ->
                "(" + left + " " + one("+", "-", "*", "/", "%", "&", "|", "#", "<<", ">>", ">>>") + " "
                        + expression(Kind.LONG, depth) + ")";
        };
    }

    private String truth(int depth) {
        if (depth <= 0) {
            return random.nextInt(3) == 0 ? Kind.TRUTH.column : test(0);
        }
        return switch (random.nextInt(6)) {
            case 0 -> "NOT " + (random.nextBoolean() ? truth(depth - 1) : "(" + truth(depth - 1) + ")");
            case 1 -> truth(depth - 1) + " AND " + truth(depth - 1);
            case 2 -> truth(depth - 1) + " OR " + truth(depth - 1);
            case 3 -> "(" + truth(depth - 1) + one(" AND ", " OR ") + truth(depth - 1) + ")";
            default -> test(depth - 1);
        };
    }

    private String test(int depth) {
        Kind kind = kind();
        String value = expression(kind, depth);
        String not = random.nextInt(3) == 0 ? " NOT" : "";
        return switch (random.nextInt(8)) {
            case 0 -> value + " IS" + not + " NULL";
            case 1 -> expression(Kind.TEXT, depth) + not + one(" LIKE ", " ILIKE ") + one(PATTERNS);
            case 2 -> expression(Kind.TEXT, depth) + not + one(" MATCHES ", " IMATCHES ") + one(REGEXES);
            case 3 -> expression(Kind.TEXT, depth) + not + " ILIKE ENUMERATION(" + some(3, () -> one(PATTERNS)) + ")";
            case 4 -> kind.column + not + " IN (" + some(3, () -> constant(kind)) + ")";
            case 5 ->
                kind.column + not + " IN (SELECT " + kind.column + " FROM " + RandomEvents.TABLE + " LAST 1 HOURS)";
            case 6 ->
                random.nextBoolean()
                        ? "INCIDR('10.0.0.0/" + random.nextInt(33) + "', sourceip)"
                        : expression(number(), depth) + not + " BETWEEN " + constant(Kind.LONG) + " AND "
                                + constant(Kind.REAL);
            default ->
                kind == Kind.TRUTH
                        ? value + " = " + constant(kind)
                        : value + " " + one("=", "!=", "<>", "<", "<=", ">", ">=", "==") + " "
                                + expression(kind, depth);
        };
    }

    private String constant(Kind kind) {
        return switch (kind) {
            case TEXT -> one(TEXTS);
            case LONG -> one("0", "1", "2", "-3", "0x0f", "7");
            case REAL -> one("0.5", "-1.5", "2.0");
            case TRUTH -> one("true", "false");
            case ADDRESS -> one(ADDRESSES);
            case TIME -> String.valueOf(RandomEvents.NOW_MILLIS - random.nextInt(10) * 60_000L);
        };
    }

    private Kind kind() {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    private Kind number() {
        return random.nextBoolean() ? Kind.LONG : Kind.REAL;
    }

    private String direction() {
        return one("", " ASC", " DESC");
    }

    private String maybe(int chances, Supplier<String> text) {
        return random.nextInt(chances) == 0 ? text.get() : "";
    }

    private String some(int most, Supplier<String> text) {
        List<String> all = new ArrayList<>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            all.add(text.get());
        }
        return String.join(", ", all);
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
