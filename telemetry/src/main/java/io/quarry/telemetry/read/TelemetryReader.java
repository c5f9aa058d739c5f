package io.quarry.telemetry.read;

import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventSink;
import io.quarry.telemetry.ReadProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads files and folders of telemetry in whatever formats they are.
 *
 * <p>Files are decoded in parallel; events and problems reach the sink from the calling thread, file by file in the order
 * of the inputs (folders by name) and in file order within, whatever the number of threads.
 */
public final class TelemetryReader {
    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ReadOptions options;
    private final EventSink sink;
    private final FileWalk walk = new FileWalk();
    private final AtomicLong consumed = new AtomicLong();
    private final List<FileReport> files = new ArrayList<>();
    private final List<SkippedFile> skipped = new ArrayList<>();
    private long events;
    private long problems;
    private long nextProgress;

    private TelemetryReader(ReadOptions options, EventSink sink) {
        this.options = options;
        this.sink = sink;
    }

    /**
     * Reads everything under the inputs.
     *
     * @return what was read, skipped and damaged; nothing that was found is missing from it
     * @throws InputException if an input does not exist; nothing was read then
     */
    public static ReadReport read(List<Path> inputs, ReadOptions options, EventSink sink) {
        TelemetryReader reader = new TelemetryReader(options, sink);
        inputs.forEach(reader.walk::add);
        reader.walk.problems().forEach(reader::problem);
        reader.skipped.addAll(reader.walk.skipped());
        reader.readFiles();
        return new ReadReport(reader.files, reader.skipped, reader.problems);
    }

    private void readFiles() {
        List<FileRead> reads = walk.files().stream()
                .map(found -> new FileRead(found, Formats.ALL, consumed))
                .toList();
        long total = walk.files().stream().mapToLong(FileWalk.FoundFile::size).sum();
        ExecutorService readers = Executors.newFixedThreadPool(
                Math.max(1, Math.min(options.threads(), reads.size())), TelemetryReader::readerThread);
        try {
            reads.forEach(readers::execute);
            for (FileRead read : reads) {
                deliver(read, total);
            }
            options.progress().advanced(total, total, events);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading telemetry", e);
        } finally {
            readers.shutdownNow();
        }
    }

    private void deliver(FileRead read, long total) throws InterruptedException {
        long eventsBefore = events;
        long problemsBefore = problems;
        FileRead.Batch batch;
        do {
            batch = read.next();
            for (Object item : batch.items()) {
                if (item instanceof Event event) {
                    events++;
                    sink.event(event);
                } else {
                    problem((ReadProblem) item);
                }
            }
            tellProgress(total);
        } while (batch.end().isEmpty());
        finish(read, batch.end().get(), events - eventsBefore, problems - problemsBefore);
    }

    private void finish(FileRead read, FileRead.End end, long fileEvents, long fileProblems) {
        String name = read.found().path().toString();
        end.failure().ifPresent(failure -> {
            throw new IllegalStateException("reading " + name + " failed: " + failure, failure);
        });
        end.skipped().ifPresent(reason -> skipped.add(new SkippedFile(name, reason)));
        end.format()
                .ifPresent(format ->
                        files.add(new FileReport(name, format.name(), read.bytes(), fileEvents, fileProblems)));
    }

    private void problem(ReadProblem problem) {
        problems++;
        sink.problem(problem);
    }

    private void tellProgress(long total) {
        long now = System.nanoTime();
        if (nextProgress == 0 || now - nextProgress >= 0) {
            nextProgress = now + PROGRESS_NANOS;
            options.progress().advanced(Math.min(consumed.get(), total), total, events);
        }
    }

    private static Thread readerThread(Runnable work) {
        Thread thread = new Thread(work, "quarry-reader");
        thread.setDaemon(true);
        return thread;
    }
}
