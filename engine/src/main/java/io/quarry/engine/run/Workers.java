package io.quarry.engine.run;

import io.quarry.engine.run.StoppedException.Reason;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads of one run. Tasks must not wait for other tasks. With one thread, tasks run in the thread that submits them.
 * The threads start with the first task.
 */
public final class Workers implements AutoCloseable {
    private final int threads;
    private ExecutorService pool;

    public Workers(int threads) {
        this.threads = threads;
    }

    public int threads() {
        return threads;
    }

    /** How many tasks to have under way to keep all threads busy. */
    public int lookahead() {
        return threads == 1 ? 1 : 2 * threads;
    }

    /** Starts a task. For the coordinating thread only. */
    public <T> Future<T> submit(Callable<T> task) {
        if (threads == 1) {
            FutureTask<T> done = new FutureTask<>(task);
            done.run();
            return done;
        }
        if (pool == null) {
            pool = Executors.newFixedThreadPool(threads, Workers::daemon);
        }
        return pool.submit(task);
    }

    /** Waits for a task; its exception is thrown as it was. */
    public <T> T await(Future<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    /** The same, for so long. */
    static <T> T await(Future<T> task, long time, TimeUnit unit) throws TimeoutException {
        try {
            return task.get(time, unit);
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static StoppedException interrupted() {
        Thread.currentThread().interrupt();
        return new StoppedException(Reason.CANCELLED, "the query was cancelled");
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
            return failure;
        }
        if (e.getCause() instanceof Error failure) {
            throw failure;
        }
        return new IllegalStateException("a task failed", e.getCause());
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "quarry-worker");
        thread.setDaemon(true);
        return thread;
    }
}
