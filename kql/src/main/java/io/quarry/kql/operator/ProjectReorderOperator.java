package io.quarry.kql.operator;

import io.quarry.data.Schema;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ColumnPatterns;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.Operator.ProjectReorder.Reordered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code project-reorder}: these columns first, the others after them. A name written out is not taken by a wildcard. */
final class ProjectReorderOperator {
    private final Analysis analysis;

    ProjectReorderOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.ProjectReorder projectReorder, Relation input) {
        Schema schema = input.schema();
        Set<Integer> writtenOut = new HashSet<>();
        for (Reordered item : projectReorder.columns()) {
            if (item.columns() instanceof Expression.Name name) {
                writtenOut.add(schema.indexOf(name.name()));
            }
        }
        Set<Integer> order = new LinkedHashSet<>();
        for (Reordered item : projectReorder.columns()) {
            List<Integer> matches = new ArrayList<>(new ColumnPatterns(analysis).matches(item.columns(), input));
            if (!(item.columns() instanceof Expression.Name)) {
                matches.removeAll(writtenOut);
                sort(matches, item.order(), schema);
            }
            order.addAll(matches);
        }
        for (int i = 0; i < schema.size(); i++) {
            order.add(i);
        }
        Projection columns = new Projection();
        order.forEach(index -> columns.add(schema.name(index), input.column(index)));
        return columns.over(input);
    }

    private static void sort(List<Integer> columns, String order, Schema schema) {
        if (order.isEmpty()) {
            return;
        }
        Comparator<String> names =
                order.startsWith("granny") ? ProjectReorderOperator::compareNatural : Comparator.naturalOrder();
        Comparator<Integer> byName = Comparator.comparing(schema::name, names);
        columns.sort(order.endsWith("desc") ? byName.reversed() : byName);
    }

    /** Runs of digits compare as numbers: {@code a2} before {@code a10}. */
    private static int compareNatural(String left, String right) {
        String[] a = left.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
        String[] b = right.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            boolean numbers = isNumber(a[i]) && isNumber(b[i]);
            int order = numbers
                    ? new java.math.BigInteger(a[i]).compareTo(new java.math.BigInteger(b[i]))
                    : a[i].compareTo(b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
