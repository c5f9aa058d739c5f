package io.quarry.kql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What columns without a written name are called, as the platform's own binder calls them. */
final class ColumnNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "d.x, d.x.y, d[0], d['k'], d[s] | d_x d_x_y d_0 d_k d_",
                "i + 1, i == 2, (i), not(b), -l | Column1 Column2 i Column3 Column4",
                "tostring(d.x), bin(t, 1h), strlen(s), tolower(s) | d_x t strlen_s Column1",
                "parse_json(s).a, split(s, ',')[0] | s_a s_0",
                "d.x, d_x = 1 | d_x d_x1",
                "column_ifexists('i', 1), column_ifexists('q', 1) | i q",
                "now(), 5, iff(b, 1, 2) | Column1 Column2 Column3",
                "todatetime(s), t | s t",
            })
    void projectedColumns(String items, String names) {
        assertThat(Queries.compile("T | project " + items).orThrow().schema().names())
                .containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "count(), sum(i), countif(b), countif(i > 1), sum(toint(s)) | count_ sum_i countif_b countif_ sum_s",
                "sum(i), sum(i) by s | s sum_i sum_i1",
                "max(l) - min(l) by bin(t, 1d) | t Column1",
                "make_set(s), make_list(s), dcount(s), avg(r) | set_s list_s dcount_s avg_r",
                "make_set(tolower(s)) by tostring(d.x) | d_x set_",
                "arg_max(t, s, i) by l | l t s i",
                "n = arg_max(t, s) by l | l n s",
                "(a, b) = arg_min(t, s) | a b",
                "arg_max(t, *) by s, i | s i t b l r m ts g d",
                "arg_max(t, s), take_any(s, i) | t s s1 i",
                "count() by strcat(s, 'a'), i + 1 | Column1 Column2 count_",
            })
    void summarizedColumns(String items, String names) {
        assertThat(Queries.compile("T | summarize " + items).orThrow().schema().names())
                .containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print 1, x = 2, 'a' ! print_0 x print_2",
                "T | extend bin(i, 5) | project-keep i ! i",
                "U | join kind=inner U on l ! l s x l1 s1 x1",
                "U | join kind=inner U on l | join kind=inner U on l ! l s x l1 s1 x1 l2 s2 x2",
                "U | join kind=leftouter (U | extend s1 = 1) on l ! l s x l1 s2 x1 s1",
                "T | join kind=rightsemi U on s ! l s x",
                "T | lookup kind=inner U on $left.i == $right.x ! b i l r m s t ts g d l1 s1",
                "U | count ! Count",
                "U | project-rename a = s | project-reorder x, a ! x a l",
                "U | project-away l, s ! x",
                "U | project-keep x, l ! l x",
                "U | extend l + 1 | project Column1, 2, n = 3, 4 ! Column1 Column2 n Column3",
                "print Column1 = 1 | extend 2 | project Column1, 3, 4 ! Column1 Column3 Column4",
                "U | project l + 1 | union (U | project l + 2) ! Column1 Column2",
                "let f = () { U | project l + 1 }; U | project 1, x | union f(), f() ! Column1 x",
            })
    void columnsOfOtherOperators(String line) {
        String[] parts = line.split(" ! ");
        assertThat(Queries.compile(parts[0]).orThrow().schema().names()).containsExactly(parts[1].split(" "));
    }
}
