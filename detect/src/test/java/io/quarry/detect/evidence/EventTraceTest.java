package io.quarry.detect.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.plan.BagElements;
import io.quarry.plan.Expr;
import io.quarry.plan.JoinKind;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EventTraceTest {
    private static final TableName NAME = new TableName(Platform.DEFENDER, "T");
    private static final Field HOST = new Field("host", Type.STRING);
    private static final Field NUMBER = new Field("n", Type.LONG);
    private static final Field EVENT = new Field(EventTrace.COLUMN, Type.LONG);
    private static final Expr.Column HOST_COLUMN = new Expr.Column(0, Type.STRING);
    private static final Plan SCAN = new Plan.Scan(NAME, Schema.of(HOST, NUMBER));

    /** Events 100, 101, 102, 103 on the hosts a, b, a, c. */
    private static final Table TABLE = table(
            Schema.of(HOST, NUMBER, EVENT),
            List.of(List.of("a", 1L, 100L), List.of("b", 2L, 101L), List.of("a", 3L, 102L), List.of("c", 4L, 103L)));

    @Test
    void aRowOfAProjectionComesFromItsOwnEvent() {
        Plan plan = new Plan.Project(SCAN, List.of(new NamedExpr("h", HOST_COLUMN)));
        assertThat(run(plan)).containsExactly("a<-[100]", "b<-[101]", "a<-[102]", "c<-[103]");
    }

    @Test
    void aGroupComesFromAllItsEvents() {
        Plan plan = new Plan.Aggregate(SCAN, List.of(new NamedExpr("h", HOST_COLUMN)), List.of());
        assertThat(run(plan)).containsExactly("a<-[100, 102]", "b<-[101]", "c<-[103]");
    }

    @Test
    void aJoinedRowComesFromTheEventsOfBothSides() {
        Plan groups = new Plan.Aggregate(SCAN, List.of(new NamedExpr("h", HOST_COLUMN)), List.of());
        Plan plan = new Plan.Join(SCAN, groups, JoinKind.INNER, List.of(HOST_COLUMN), List.of(HOST_COLUMN));
        assertThat(run(plan)).containsExactly("a,1,a<-[100, 102]", "b,2,b<-[101]", "a,3,a<-[100, 102]", "c,4,c<-[103]");
    }

    @Test
    void aSemiJoinKeepsTheEventsOfTheLeftSideOnly() {
        Plan other = new Plan.Limit(SCAN, 1);
        Plan plan = new Plan.Join(SCAN, other, JoinKind.LEFT_SEMI, List.of(HOST_COLUMN), List.of(HOST_COLUMN));
        assertThat(run(plan)).containsExactly("a,1<-[100]", "a,3<-[102]");
    }

    @Test
    void aUnionOfRowsAndGroupsKeepsBoth() {
        Plan groups = new Plan.Aggregate(SCAN, List.of(new NamedExpr("h", HOST_COLUMN)), List.of());
        Plan rows = new Plan.Project(new Plan.Limit(SCAN, 1), List.of(new NamedExpr("h", HOST_COLUMN)));
        assertThat(run(new Plan.Union(List.of(rows, groups))))
                .containsExactly("a<-[100]", "a<-[100, 102]", "b<-[101]", "c<-[103]");
    }

    @Test
    void theRowsOfARowsElementsComeFromItsEvent() {
        Expr.Literal array = new Expr.Literal(Type.DYNAMIC, List.of("x", "y"));
        Plan plan = new Plan.Unnest(
                new Plan.Limit(SCAN, 2),
                List.of(new NamedExpr("e", array)),
                BagElements.ENTRIES,
                Optional.of("i"),
                Long.MAX_VALUE);
        assertThat(run(plan)).containsExactly("a,1,x,0<-[100]", "a,1,y,1<-[100]", "b,2,x,0<-[101]", "b,2,y,1<-[101]");
    }

    @Test
    void aRowWrittenInTheQueryComesFromNoEvent() {
        Plan plan = new Plan.Values(Schema.of(HOST), List.of(Arrays.asList((Object) "x")));
        assertThat(run(plan)).containsExactly("x<-[]");
    }

    @Test
    void sortingAndLimitsDoNotDisturb() {
        Plan plan = new Plan.Sort(
                SCAN,
                List.of(new io.quarry.plan.SortKey(
                        new Expr.Column(1, Type.LONG),
                        io.quarry.plan.SortKey.Direction.DESCENDING,
                        io.quarry.plan.SortKey.Nulls.LAST)),
                OptionalLong.of(2));
        assertThat(run(plan)).containsExactly("c,4<-[103]", "a,3<-[102]");
    }

    private static List<String> run(Plan plan) {
        Plan traced = EventTrace.trace(plan);
        int width = plan.schema().size();
        assertThat(traced.schema().fields().subList(0, width))
                .isEqualTo(plan.schema().fields());
        List<String> rows = new ArrayList<>();
        for (Batch batch : Engine.run(traced, name -> TABLE, RunOptions.at(0)).batches()) {
            for (int i = 0; i < batch.rows(); i++) {
                Object[] row = batch.row(i);
                String values = String.join(
                        ",",
                        Arrays.stream(row).limit(width).map(String::valueOf).toList());
                rows.add(values + "<-" + EventTrace.events(row[width]));
            }
        }
        return rows;
    }

    private static Table table(Schema schema, List<List<Object>> rows) {
        List<Vector> columns = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            VectorBuilder builder = Vector.builder(schema.type(i));
            for (List<Object> row : rows) {
                builder.add(row.get(i));
            }
            columns.add(builder.build());
        }
        return Table.of(schema, List.of(new Batch(schema, columns, rows.size())));
    }
}
