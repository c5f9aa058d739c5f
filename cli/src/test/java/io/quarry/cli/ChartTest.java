package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChartTest {
    private static final String COUNTS = "datatable(k: string, n: long) ['a', 4, 'b', 2, 'c', 0] | render ";

    @Test
    void barsAreAsLongAsTheirMeasures() {
        assertThat(drawn(COUNTS + "barchart with (title = 'Counts', ytitle = 'n')"))
                .isEqualTo("""
                                                     Counts
                n
                a │██████████████████████████████████████████████████████████████████████████ 4
                b │█████████████████████████████████████ 2
                c │ 0
                """);
    }

    @Test
    void slicesHaveShares() {
        assertThat(drawn(COUNTS + "piechart")).contains("a │", "4 (66.7 %)", "2 (33.3 %)");
    }

    @Test
    void seriesStackUnlessTheyAreNotTo() {
        String rows = "datatable(k: string, s: string, n: long) ['a', 'x', 1, 'a', 'y', 2, 'b', 'x', 3] | render ";
        assertThat(drawn(rows + "columnchart").lines()).hasSize(3).first().isEqualTo("█ x   ▒ y");
        assertThat(drawn(rows + "columnchart with (kind = unstacked)").lines()).hasSize(5);
        assertThat(drawn(rows + "columnchart with (kind = unstacked, legend = hidden)")
                        .lines())
                .hasSize(4);
        assertThat(drawn(rows + "columnchart with (kind = stacked100)").lines().skip(1))
                .allMatch(line -> line.length() > 75);
    }

    @Test
    void barsEndAtTheBordersAndTheRestIsCounted() {
        String rows =
                "range n from 1 to 150 step 1 | extend k = strcat('k', n), m = n | project k, n, m | render columnchart ";
        assertThat(drawn(rows + "with (ymax = 1)").lines())
                .allMatch(line -> line.length() <= 80)
                .last()
                .isEqualTo("... and 51 more");
        assertThat(drawn(rows + "with (kind = unstacked)").lines()).last().isEqualTo("... and 100 more");
    }

    @Test
    void linesRunFromTheFirstToTheLastPoint() {
        String chart = drawn("range d from datetime(2024-01-01) to datetime(2024-01-03) step 1d"
                + " | extend n = dayofmonth(d) | render timechart with (ymin = 0, ymax = 6)");
        assertThat(chart).contains("6 │", "0 │", "2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z");
        assertThat(chart.chars().filter(c -> c == '●').count()).isEqualTo(3);
    }

    @Test
    void wholeSeriesInArraysAreDrawnToo() {
        assertThat(drawn("print n = dynamic([1, 2, 3]), t = dynamic([10, 20, 30]) | render linechart")
                        .chars()
                        .filter(c -> c == '●')
                        .count())
                .isEqualTo(3);
    }

    @Test
    void rowsWithoutMeasureAreSaidToBeSuch() {
        Session text = Session.run("query", "-f", "chart", "print a = 'x' | render timechart");
        assertThat(text.out()).isEqualTo("a\n-\nx\n");
        assertThat(text.err()).contains("nothing to draw: a timechart needs a column of numbers");
        assertThat(Session.run("query", "-f", "chart", "print a = 'x', n = long(null) | render barchart")
                        .err())
                .contains("nothing to draw: no row has a number in n");
        assertThat(Session.run("query", "-f", "chart", "print a = 'x', n = 1 | take 0 | render barchart")
                        .err())
                .contains("nothing to draw: there are no rows");
    }

    @Test
    void withoutATerminalRowsComeOut() {
        assertThat(Session.run("query", COUNTS + "barchart").out()).startsWith("k  n\n");
        Session none = Session.run("query", "-f", "chart", "print a = 1");
        assertThat(none.out()).startsWith("a\n");
        assertThat(none.err()).contains("does not end with render");
    }

    @Test
    void jsonHoldsTheChartBesideTheRows() {
        assertThat(Session.run("query", "-f", "json", COUNTS + "columnchart with (ymax = 9, yaxis = log)")
                        .out())
                .isEqualTo("{\"columns\":[{\"name\":\"k\",\"type\":\"string\"},{\"name\":\"n\",\"type\":\"long\"}],"
                        + "\"chart\":{\"kind\":\"columnchart\",\"x_column\":\"k\",\"y_columns\":[\"n\"],\"series\":[],"
                        + "\"anomaly_columns\":[],\"x_scale\":\"linear\",\"y_scale\":\"log\",\"y_max\":9,"
                        + "\"stacking\":\"default\",\"split\":\"none\",\"legend\":\"visible\",\"accumulate\":false},"
                        + "\"rows\":[[\"a\",4],[\"b\",2],[\"c\",0]]}\n");
        assertThat(Session.run("query", "-f", "ndjson", COUNTS + "columnchart").out())
                .startsWith("{\"k\":\"a\",\"n\":4}\n");
    }

    private static String drawn(String query) {
        return Session.run("query", "-f", "chart", query).out();
    }
}
