package io.quarry.kql.group;

import io.quarry.data.Type;
import io.quarry.kql.type.NullTexts;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.Expr;
import io.quarry.plan.JoinKind;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Rows with the groups that they are in. After the columns of the input, each level has three: its value, whether that stands
 * for other groups (on this level or one above), and its aggregate. Values and flags of all levels are the path of a group.
 *
 * @param width how many columns the input has
 * @param levels how many levels there are
 * @param haveOthers whether a level has a group of other groups
 */
public record NestedGroups(Plan rows, int width, int levels, boolean haveOthers) {
    private static final int VALUE = 0;
    private static final int FLAG = 1;
    private static final int AGGREGATE = 2;
    private static final int COLUMNS = 3;

    /**
     * One more level.
     *
     * @param value over the input
     * @param calls over the input
     * @param order of groups, over the path, the value and the calls
     * @param count how many groups; all where empty
     * @param others the value that stands for all other groups
     */
    public record Level(
            Expr value, List<AggregateCall> calls, SortKey order, OptionalLong count, Optional<Expr> others) {}

    public static NestedGroups of(Plan input) {
        return new NestedGroups(input, input.schema().size(), 0, false);
    }

    /** The values and flags of all levels. */
    public List<NamedExpr> path() {
        List<NamedExpr> path = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            path.add(column(level, VALUE));
            path.add(column(level, FLAG));
        }
        return path;
    }

    public int pathWidth() {
        return 2 * levels;
    }

    public List<NamedExpr> aggregates() {
        List<NamedExpr> aggregates = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            aggregates.add(column(level, AGGREGATE));
        }
        return aggregates;
    }

    private NamedExpr column(int level, int which) {
        int index = width + COLUMNS * level + which;
        return Columns.range(rows, index, index + 1).get(0);
    }

    /** The rows of the top groups of one more level, and of the group of others where it has one. */
    public NestedGroups with(Level level) {
        int valueAt = rows.schema().size();
        List<NamedExpr> all = Columns.range(rows, 0, valueAt);
        all.add(new NamedExpr("$value", level.value()));
        Plan valued = new Plan.Project(rows, all);
        Plan top = Columns.flagged(top(valued, level));
        List<NamedExpr> groups = new ArrayList<>(path());
        groups.addAll(Columns.range(valued, valueAt, valueAt + 1));
        boolean keepsOthers = haveOthers || level.others().isPresent();
        Plan joined = new Plan.Join(
                valued,
                top,
                keepsOthers ? JoinKind.LEFT_OUTER : JoinKind.INNER,
                values(groups),
                values(Columns.range(top, 0, groups.size())));
        Expr isTop = last(joined);
        Expr aggregate =
                new Expr.Column(joined.schema().size() - 2, level.order().expr().type());
        Expr value = new Expr.Column(valueAt, level.value().type());
        if (!keepsOthers) {
            return next(joined, valueAt, List.of(value, literal(false), aggregate), false);
        }
        Expr isOther = choice(isTop, literal(false), literal(true));
        if (level.others().isEmpty()) {
            Plan kept = new Plan.Filter(joined, new Expr.Or(List.of(isTop, isInOthers())));
            Expr noValue = NullTexts.missing(value.type());
            Expr noAggregate = NullTexts.missing(aggregate.type());
            return next(
                    kept,
                    valueAt,
                    List.of(choice(isTop, value, noValue), isOther, choice(isTop, aggregate, noAggregate)),
                    true);
        }
        Plan completed = withOthers(joined, isOther, level);
        return next(
                completed,
                valueAt,
                List.of(choice(isTop, value, level.others().get()), isOther, choice(isTop, aggregate, last(completed))),
                true);
    }

    /** The path, the value and the aggregate of the top groups; the group of others has none. */
    private Plan top(Plan valued, Level level) {
        Plan active = haveOthers ? new Plan.Filter(valued, new Expr.Not(isInOthers())) : valued;
        int valueAt = rows.schema().size();
        List<NamedExpr> keys = new ArrayList<>(path());
        keys.addAll(Columns.range(valued, valueAt, valueAt + 1));
        Plan groups = new Plan.Aggregate(active, keys, level.calls());
        List<NamedExpr> ranked = Columns.range(groups, 0, keys.size());
        ranked.add(new NamedExpr("$aggregate", level.order().expr()));
        Plan measured = new Plan.Project(groups, ranked);
        SortKey order = new SortKey(
                last(measured), level.order().direction(), level.order().nulls());
        Plan sorted = new Plan.Sort(measured, List.of(order), OptionalLong.empty());
        return level.count().isEmpty()
                ? sorted
                : RowNumbers.first(
                        sorted,
                        values(Columns.range(sorted, 0, pathWidth())),
                        level.count().getAsLong());
    }

    /** The rows with the aggregate of those that are in no top group, for each path. */
    private Plan withOthers(Plan joined, Expr isOther, Level level) {
        Plan others = new Plan.Aggregate(new Plan.Filter(joined, isOther), path(), level.calls());
        List<NamedExpr> measured = Columns.range(others, 0, pathWidth());
        measured.add(new NamedExpr("$others", Columns.shifted(level.order().expr(), pathWidth() + 1, -1)));
        Plan aggregated = new Plan.Project(others, measured);
        return new Plan.Join(
                joined,
                aggregated,
                JoinKind.LEFT_OUTER,
                values(path()),
                values(Columns.range(aggregated, 0, pathWidth())));
    }

    private NestedGroups next(Plan joined, int count, List<Expr> level, boolean others) {
        List<NamedExpr> columns = Columns.range(joined, 0, count);
        columns.add(new NamedExpr("$value" + levels, level.get(VALUE)));
        columns.add(new NamedExpr("$other" + levels, level.get(FLAG)));
        columns.add(new NamedExpr("$aggregate" + levels, level.get(AGGREGATE)));
        return new NestedGroups(new Plan.Project(joined, columns), width, levels + 1, others);
    }

    /** Whether a row is in the group of others of the innermost level or of one above. */
    private Expr isInOthers() {
        return levels == 0 ? literal(false) : column(levels - 1, FLAG).expr();
    }

    private static Expr choice(Expr condition, Expr value, Expr otherwise) {
        return new Expr.Case(List.of(condition), List.of(value), otherwise);
    }

    private static Expr literal(boolean value) {
        return new Expr.Literal(Type.BOOL, value);
    }

    private static Expr last(Plan plan) {
        int index = plan.schema().size() - 1;
        return new Expr.Column(index, plan.schema().type(index));
    }

    private static List<Expr> values(List<NamedExpr> columns) {
        return columns.stream().map(NamedExpr::expr).toList();
    }
}
