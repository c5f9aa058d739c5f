package io.quarry.telemetry.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ViewReaderTest {
    private static final String BLOCKS = """
            common:
              columns:
                A: =from block
                B: =from block
            """;

    private static View read(String yaml) {
        return new ViewReader("blocks.yml", BLOCKS).view("view.yml", yaml);
    }

    private static void fails(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("view.yml:")
                .hasMessageContaining(message);
    }

    private static String withColumn(String column) {
        return "table: T\nplatforms: [defender]\nrows:\n  - id: 1\n    columns:\n      " + column + "\n";
    }

    @Test
    void whatStandsNearerToARowWins() {
        View view = read("""
                table: T
                platforms: [defender]
                use: common
                columns: {B: =from view, C: =from view}
                rows:
                  - id: 1
                    columns: {C: =from row}
                """);
        RowRule row = view.rows().get(0);
        assertThat(view.column(row, "A").orElseThrow().of(TestEvents.sysmon(1))).isEqualTo("from block");
        assertThat(view.column(row, "B").orElseThrow().of(TestEvents.sysmon(1))).isEqualTo("from view");
        assertThat(view.column(row, "C").orElseThrow().of(TestEvents.sysmon(1))).isEqualTo("from row");
        assertThat(view.column(row, "D")).isEmpty();
    }

    @Test
    void transformsNestAndTakeConstants() {
        View view = read(withColumn("A: 'lower(firstOf(given(X), Y, =None))'"));
        EventExpression a = view.column(view.rows().get(0), "A").orElseThrow();
        assertThat(a.of(TestEvents.sysmon(1, "X", "-", "Y", "BOB"))).isEqualTo("bob");
        assertThat(a.of(TestEvents.sysmon(1))).isEqualTo("none");
    }

    @Test
    void unknownTransformIsNamedWithItsLine() {
        fails(withColumn("A: lowered(X)"), "view.yml:6: no transform 'lowered'; there are ");
    }

    @Test
    void wrongNumberOfArgumentsIsNamed() {
        fails(withColumn("A: 'lower(X, Y)'"), "transform 'lower' does not take 2 arguments");
    }

    @Test
    void unfinishedCallAndTrailingTextAreNamed() {
        fails(withColumn("A: lower(X"), "expected ')'");
        fails(withColumn("A: lower(X))"), "expected the end, found ')'");
    }

    @Test
    void unknownHeaderFieldIsNamed() {
        fails(withColumn("A: System.Nothing"), "no header field 'System.Nothing'");
    }

    @Test
    void unknownKeyBlockAndPlatformAreNamed() {
        fails("table: T\nplatforms: [defender]\nrows:\n  - chanel: x\n", "view.yml:4: unexpected 'chanel'");
        fails("table: T\nplatforms: [defender]\nuse: nothing\nrows: []\n", "view.yml:3: no block 'nothing'");
        fails("table: T\nplatforms:\n  - splunk\nrows: []\n", "view.yml:3: no platform 'splunk'");
    }

    @Test
    void missingKeyIsNamed() {
        fails("platforms: [defender]\nrows: []\n", "expected 'table'");
    }

    @Test
    void brokenYamlIsSaidWithItsLine() {
        fails("table: T\nplatforms: [defender\nrows: []\n", "view.yml:");
        fails("", "found nothing");
    }

    @Test
    void sameColumnTwiceIsAnError() {
        fails("table: T\nplatforms: [defender]\nrows:\n  - columns:\n      A: X\n      A: Y\n", "A");
    }
}
