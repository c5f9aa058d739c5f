package io.quarry.telemetry.read;

/** Hears how far a read has come. Called from the thread that asked for the read, some times a second at most. */
public interface ReadProgress {
    /** A progress that nobody watches. */
    ReadProgress NONE = (done, total, events) -> {};

    /**
     * @param bytesDone bytes of the files on disk that were consumed so far
     * @param bytesTotal the sizes of all files together
     * @param events events delivered so far
     */
    void advanced(long bytesDone, long bytesTotal, long events);
}
