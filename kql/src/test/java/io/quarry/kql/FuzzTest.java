package io.quarry.kql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Any text gets a plan or diagnostics, within a time limit, and never an exception. */
final class FuzzTest {
    private static final String[] WORDS =
            ("T U | | | ; , ( ) [ ] { } . .. = == != < + - * / % ! ~ : where extend project project-away summarize by join on "
                            + "kind=inner union withsource=x sort order top 3 take distinct count print range from to step let "
                            + "f x i s d t ts nosuch asc desc nulls first 1 2.5 1d 0x1F \"text\" 'a' @\"b\" dynamic ( [ 1 ] ) "
                            + "datetime(2020-01-01) int(null) true and or not ( in ~ has contains matches regex has_any "
                            + "between count() sum( arg_max( *) iff( case( tolower( ago(1d) $left $right typeof(long) "
                            + "mv-expand parse with datatable (a:long) [ 1 ] lookup getschema as project-reorder # \u00A0 \" \\ ```")
                    .split(" ");

    private static final String[] QUERIES = {
        "let A = T | where s has 'a' and t > ago(1d); union (A | project l, s), U | summarize n = count() by s | top 5 by n",
        "T | join kind=leftouter (U | where x > 1) on l, $left.s == $right.s | extend d.x, y = d['k'][0] | sort by l asc",
        "let f = (x: long) { x + 1 }; T | extend z = f(l), w = case(b, 1, i > 2, 2, 3) | project-away d*",
        "union A, T | project l, U | where s in~ ('a', dynamic(['b'])) and t between (ago(1d) .. now())",
        "datatable(a: string, b: long) ['x', 1, 'y', 2] | summarize make_set(a), arg_max(b, *) by a | distinct a",
    };

    private final Random random = new Random(20_261_121);

    @Test
    void wordsInAnyOrder() {
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder("T | ");
            int length = 1 + random.nextInt(25);
            for (int j = 0; j < length; j++) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            check(text.toString());
        }
    }

    @Test
    void queriesWithPiecesCutCopiedAndSwapped() {
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder(QUERIES[random.nextInt(QUERIES.length)]);
            for (int edits = 1 + random.nextInt(4); edits > 0 && text.length() > 2; edits--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + 1 + random.nextInt(8));
                switch (random.nextInt(3)) {
                    case 0 -> text.delete(at, end);
                    case 1 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                    default -> text.insert(at, WORDS[random.nextInt(WORDS.length)]);
                }
            }
            check(text.toString());
        }
    }

    @Test
    void charactersAtRandom() {
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int j = 0; j < length; j++) {
                text.append((char) (random.nextInt(5) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
            }
            check(text.toString());
        }
    }

    private static void check(String text) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    try {
                        assertThat(Queries.compile(text)).isNotNull();
                    } catch (RuntimeException | StackOverflowError e) {
                        throw new AssertionError("fails on: " + text, e);
                    }
                },
                () -> "too slow: " + text);
    }
}
