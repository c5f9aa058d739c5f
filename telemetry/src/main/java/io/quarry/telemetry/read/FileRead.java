package io.quarry.telemetry.read;

import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventLocation;
import io.quarry.telemetry.EventSink;
import io.quarry.telemetry.Format;
import io.quarry.telemetry.Head;
import io.quarry.telemetry.ReadProblem;
import io.quarry.telemetry.SourceFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One file on its way: a reading thread fills a bounded queue, the delivering thread empties it. So files are read at
 * once and delivered one after the other, and memory stays bounded.
 */
final class FileRead implements Runnable {
    private static final int BATCH = 256;
    private static final int BATCHES = 16;

    /** Characters of values after which a batch is full whatever its count: script blocks make events of 60 kB. */
    private static final int BATCH_CHARACTERS = 1 << 18;

    private final FileWalk.FoundFile found;
    private final List<Format> formats;
    private final AtomicLong consumed;
    private final AtomicLong taken = new AtomicLong();
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES);

    /** @param consumed grows by the bytes taken from the disk */
    FileRead(FileWalk.FoundFile found, List<Format> formats, AtomicLong consumed) {
        this.found = found;
        this.formats = formats;
        this.consumed = consumed;
    }

    /**
     * What was found, in order.
     *
     * @param items events and problems
     * @param end what became of the file; empty where more batches follow
     */
    record Batch(List<Object> items, Optional<End> end) {}

    /**
     * What became of the file; nothing is there where a problem has said that it cannot be read.
     *
     * @param format of a file that was read
     * @param skipped why it was not
     * @param failure a defect of the reader
     */
    record End(Optional<Format> format, Optional<String> skipped, Optional<Throwable> failure) {
        static End read(Format format) {
            return new End(Optional.of(format), Optional.empty(), Optional.empty());
        }

        static End skipped(String reason) {
            return new End(Optional.empty(), Optional.of(reason), Optional.empty());
        }

        static End unreadable() {
            return new End(Optional.empty(), Optional.empty(), Optional.empty());
        }

        static End failed(Throwable failure) {
            return new End(Optional.empty(), Optional.empty(), Optional.of(failure));
        }
    }

    FileWalk.FoundFile found() {
        return found;
    }

    /** The size on disk, or what has been read if that is more: of standard input, and of a file that grows. */
    long bytes() {
        return Math.max(found.size(), taken.get());
    }

    /** The next batch, waiting for it. */
    Batch next() throws InterruptedException {
        return queue.take();
    }

    @Override
    public void run() {
        Batches sink = new Batches();
        End end;
        try {
            end = read(sink);
        } catch (InterruptedIOException e) {
            return;
        } catch (RuntimeException | Error e) {
            end = End.failed(e);
        }
        try {
            sink.finish(end);
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private End read(Batches sink) throws InterruptedIOException {
        String name = found.path().toString();
        EventLocation whole = new EventLocation(name, 0, -1);
        Optional<Format> format = Optional.empty();
        try (FileContent content = FileContent.open(found, this::took)) {
            if (content.head().length() == 0) {
                sink.problem(new ReadProblem(whole, content.damage().orElse("is empty")));
                return End.unreadable();
            }
            format = formats.stream().filter(f -> f.recognizes(content.head())).findFirst();
            if (format.isEmpty()) {
                return End.skipped(unrecognized(content.head()));
            }
            format.get().read(new SourceFile(name, found.written()), content.stream(), sink);
            content.damage()
                    .ifPresent(
                            damage -> sink.problem(new ReadProblem(whole, damage + "; what it held before is read")));
            return End.read(format.get());
        } catch (Stopped e) {
            throw new InterruptedIOException();
        } catch (IOException e) {
            sink.problem(new ReadProblem(whole, FileWalk.reason(e)));
            return format.map(End::read).orElseGet(End::unreadable);
        }
    }

    private void took(long bytes) {
        taken.addAndGet(bytes);
        consumed.addAndGet(bytes);
    }

    private String unrecognized(Head head) {
        String known = String.join(", ", formats.stream().map(Format::name).toList());
        return head.isText()
                ? "a text file of none of the known formats (" + known + ")"
                : "none of the known formats (" + known + ")";
    }

    /** Ends the reading of a file whose events nobody waits for any more. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }

    private final class Batches implements EventSink {
        private List<Object> items = new ArrayList<>(BATCH);
        private int characters;

        @Override
        public void event(Event event) {
            for (EventField field : event.fields()) {
                characters += field.value().length();
            }
            characters += event.syslog().map(message -> message.text().length()).orElse(0);
            add(event);
        }

        @Override
        public void problem(ReadProblem problem) {
            add(problem);
        }

        void finish(End end) throws InterruptedIOException {
            try {
                queue.put(new Batch(items, Optional.of(end)));
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }

        private void add(Object item) {
            items.add(item);
            if (items.size() == BATCH || characters > BATCH_CHARACTERS) {
                try {
                    queue.put(new Batch(items, Optional.empty()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new Stopped();
                }
                items = new ArrayList<>(BATCH);
                characters = 0;
            }
        }
    }
}
