package io.quarry.engine.run;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Carries out work in a thread of its own and looks at a token meanwhile, so that work stops on time that does not look at the
 * token itself for long: a single call may take minutes over one long array. The thread of stopped work is interrupted and
 * left behind; it ends when it next looks at the token, at the latest after the batch under way.
 */
public final class Watch {
    private static final long LOOK_EVERY_MILLIS = 20;

    /** As deep expressions need it; only what is used of it takes memory. */
    private static final long STACK_BYTES = 64L << 20;

    private Watch() {}

    /**
     * The answer of the work; its exception is thrown as it was.
     *
     * @throws StoppedException if the token says so before the work is done
     */
    public static <T> T over(CancelToken token, Supplier<T> work) {
        token.check();
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "quarry-run", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            while (true) {
                try {
                    return Workers.await(task, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillUnderWay) {
                    token.check();
                }
            }
        } finally {
            task.cancel(true);
        }
    }
}
