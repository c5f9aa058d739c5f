package io.quarry.testing.qt;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.plan.Compilation;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.sigma.Sigma;
import io.quarry.sigma.SigmaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sigma rules. The answer of a rule is the rows of the table {@code events} that it matches, with all their columns. */
final class SigmaDialect implements Dialect {
    @Override
    public Compilation compile(SourceText text, List<QtTable> tables, long clock) {
        SigmaFile file = Sigma.read(text);
        if (file.hasErrors() || file.rules().isEmpty()) {
            return Compilation.of(Optional.empty(), file.diagnostics());
        }
        Plan plan = file.rules().get(0).plan();
        Schema events = new QtTables(tables).find("events").rows().schema();
        return Compilation.of(Optional.of(withAllColumns(plan, events)), file.diagnostics());
    }

    /** The rule's filter over all columns of the table, then these alone. */
    private static Plan withAllColumns(Plan plan, Schema events) {
        if (!(plan instanceof Plan.Filter filter && filter.input() instanceof Plan.Scan scan)) {
            throw new IllegalStateException("expected a filter over a scan, found " + plan);
        }
        List<Field> others = scan.schema().fields().stream()
                .filter(field -> events.indexOf(field.name()) < 0)
                .toList();
        Schema wide = events.plus(others);
        Expr condition = moved(filter.condition(), scan.schema(), wide);
        List<NamedExpr> columns = IntStream.range(0, events.size())
                .mapToObj(i -> new NamedExpr(events.name(i), new Expr.Column(i, events.type(i))))
                .toList();
        return new Plan.Project(new Plan.Filter(new Plan.Scan(scan.table(), wide), condition), columns);
    }

    private static Expr moved(Expr expr, Schema from, Schema to) {
        if (expr instanceof Expr.Column column) {
            return new Expr.Column(to.indexOf(from.name(column.index())), column.type());
        }
        List<Expr> children = new ArrayList<>();
        expr.children().forEach(child -> children.add(moved(child, from, to)));
        return children.isEmpty() ? expr : expr.withChildren(children);
    }
}
