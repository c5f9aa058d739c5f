package io.quarry.cli;

import io.quarry.engine.run.CancelToken;
import io.quarry.telemetry.read.ReadProgress;

/** A progress bar on a terminal's standard error; nothing anywhere else. */
final class Progress implements ReadProgress {
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private final CancelToken token;
    private boolean shown;

    /** @param token stops what this is the progress of */
    Progress(Terminal terminal, CancelToken token) {
        this.terminal = terminal;
        this.token = token;
    }

    @Override
    public void advanced(long bytesDone, long bytesTotal, long events) {
        token.check();
        double part = bytesTotal == 0 ? 1 : (double) bytesDone / bytesTotal;
        int filled = (int) (part * WIDTH);
        terminal.overwrite(String.format(
                "reading [%s%s] %3d %%  %,d events",
                "#".repeat(filled), " ".repeat(WIDTH - filled), (int) (part * 100), events));
        shown = true;
    }

    /** Removes the bar. */
    void clear() {
        if (shown) {
            terminal.overwrite(" ".repeat(WIDTH + 40));
            terminal.overwrite("");
        }
    }
}
