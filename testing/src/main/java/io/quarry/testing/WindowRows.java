package io.quarry.testing;

import io.quarry.data.Type;
import io.quarry.plan.WindowCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rows of one partition, in order, whose window columns are filled one after the other. */
final class WindowRows {
    private final long now;
    private final List<Object[]> rows = new ArrayList<>();

    WindowRows(long now) {
        this.now = now;
    }

    void add(Object[] row) {
        rows.add(row);
    }

    /** Puts the call's values into the column at an index. */
    void compute(WindowCall call, int column) {
        List<Object[]> arguments = new ArrayList<>();
        for (Object[] row : rows) {
            arguments.add(new ExprInterpreter(row, now).values(call.arguments()));
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i)[column] = value(call, arguments, i);
        }
    }

    private static Object value(WindowCall call, List<Object[]> arguments, int row) {
        Object[] own = arguments.get(row);
        return switch (call.function()) {
            case ROW_NUMBER -> (Long) arguments.get(beginning(arguments, row))[0] + row - beginning(arguments, row);
            case CUMULATIVE_SUM -> sum(call.field().type(), arguments.subList(beginning(arguments, row), row + 1));
            case DENSE_RANK -> changes(arguments.subList(beginning(arguments, row), row + 1));
            case MINIMAL_RANK -> firstOfRun(arguments.subList(beginning(arguments, row), row + 1));
            case PREVIOUS -> neighbour(arguments, row, -1);
            case NEXT -> neighbour(arguments, row, 1);
            case SESSION_START -> own[0] == null ? null : sessionStart(arguments, row);
        };
    }

    /** The latest row, up to this one, that restarts; its restart is the last argument. */
    private static int beginning(List<Object[]> arguments, int row) {
        int first = row;
        while (first > 0 && !isRestart(arguments.get(first))) {
            first--;
        }
        return first;
    }

    private static boolean isRestart(Object[] arguments) {
        return Boolean.TRUE.equals(arguments[arguments.length - 1]);
    }

    private static Object sum(Type type, List<Object[]> terms) {
        Object sum =
                switch (type) {
                    case REAL -> 0.0;
                    case DECIMAL -> BigDecimal.ZERO;
                    default -> 0L;
                };
        for (Object[] term : terms) {
            if (term[0] instanceof Long number) {
                long next = (Long) sum + number;
                sum = type == Type.INT ? (long) (int) next : next;
            } else if (term[0] instanceof Double number) {
                sum = (Double) sum + number;
            } else if (term[0] instanceof BigDecimal number) {
                sum = ((BigDecimal) sum).add(number);
            }
        }
        return sum;
    }

    private static long changes(List<Object[]> run) {
        long rank = 1;
        for (int i = 1; i < run.size(); i++) {
            rank += isSame(run.get(i - 1)[0], run.get(i)[0]) ? 0 : 1;
        }
        return rank;
    }

    private static long firstOfRun(List<Object[]> run) {
        int first = run.size() - 1;
        while (first > 0 && isSame(run.get(first - 1)[0], run.get(first)[0])) {
            first--;
        }
        return first + 1L;
    }

    private static boolean isSame(Object left, Object right) {
        return Objects.equals(Key.of(new Object[] {left}), Key.of(new Object[] {right}));
    }

    private static Object neighbour(List<Object[]> arguments, int row, int direction) {
        Object[] own = arguments.get(row);
        if (own[1] == null) {
            return own[2];
        }
        long source = row + direction * (Long) own[1];
        return source < 0 || source >= arguments.size() ? own[2] : arguments.get((int) source)[0];
    }

    private static Object sessionStart(List<Object[]> arguments, int row) {
        Object start = null;
        for (int i = 0; i <= row; i++) {
            Object[] own = arguments.get(i);
            Object time = own[0];
            boolean isNew = start == null
                    || isRestart(own)
                    || time == null
                    || reaches(start, time, own[1])
                    || reaches(arguments.get(i - 1)[0], time, own[2]);
            start = isNew ? time : start;
        }
        return start;
    }

    private static boolean reaches(Object from, Object to, Object distance) {
        return distance != null && (Long) to - (Long) from >= (Long) distance;
    }
}
