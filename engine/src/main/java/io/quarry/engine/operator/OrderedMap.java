package io.quarry.engine.operator;

import io.quarry.engine.run.RunContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/** Applies a function to the items of a source on the run's threads and hands the answers on in the source's order. */
final class OrderedMap<I, O> implements AutoCloseable {
    private final Supplier<Optional<I>> source;
    private final Function<I, O> function;
    private final RunContext context;
    private final Deque<Future<O>> underWay = new ArrayDeque<>();
    private boolean isExhausted;

    /**
     * @param function safe for threads
     */
    OrderedMap(Supplier<Optional<I>> source, Function<I, O> function, RunContext context) {
        this.source = source;
        this.function = function;
        this.context = context;
    }

    Optional<O> next() {
        while (!isExhausted && underWay.size() < context.workers().lookahead()) {
            context.cancelToken().check();
            Optional<I> item = source.get();
            isExhausted = item.isEmpty();
            item.ifPresent(present -> underWay.add(context.workers().submit(() -> apply(present))));
        }
        Future<O> first = underWay.poll();
        return first == null ? Optional.empty() : Optional.of(context.workers().await(first));
    }

    private O apply(I item) {
        context.cancelToken().check();
        return function.apply(item);
    }

    @Override
    public void close() {
        isExhausted = true;
        underWay.forEach(task -> task.cancel(true));
        underWay.clear();
    }
}
