package io.quarry.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.engine.run.StoppedException.Reason;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class WatchTest {
    private final AtomicBoolean isWanted = new AtomicBoolean(true);

    @Test
    void anAnswerIsHandedOn() {
        assertThat(Watch.<String>over(CancelToken.none(), () -> "done")).isEqualTo("done");
    }

    @Test
    void aFailureIsThrownAsItWas() {
        IllegalStateException failure = new IllegalStateException("broken");
        assertThatThrownBy(() -> Watch.over(CancelToken.none(), () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void workThatNeverLooksAtItsTokenStopsAtTheDeadline() {
        assertThatThrownBy(() -> Watch.over(CancelToken.after(Duration.ofMillis(100)), this::workOn))
                .isInstanceOfSatisfying(StoppedException.class, stopped -> assertThat(stopped.reason())
                        .isEqualTo(Reason.TIME));
        isWanted.set(false);
    }

    @Test
    void workThatNeverLooksAtItsTokenStopsWhenCancelled() {
        CancelToken token = CancelToken.none();
        CountDownLatch started = new CountDownLatch(1);
        Thread canceller = new Thread(() -> {
            try {
                started.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            token.cancel();
        });
        canceller.start();
        assertThatThrownBy(() -> Watch.over(token, () -> {
                    started.countDown();
                    return workOn();
                }))
                .isInstanceOfSatisfying(StoppedException.class, stopped -> assertThat(stopped.reason())
                        .isEqualTo(Reason.CANCELLED));
        isWanted.set(false);
    }

    @Test
    void stoppedWorkIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> Watch.over(CancelToken.after(Duration.ofMillis(100)), () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    interrupted.countDown();
                    return 0;
                }))
                .isInstanceOf(StoppedException.class);
        interrupted.await();
    }

    @Test
    void nothingStartsAfterTheDeadline() {
        AtomicBoolean isStarted = new AtomicBoolean();
        assertThatThrownBy(() -> Watch.over(CancelToken.after(Duration.ZERO.minusMillis(1)), () -> {
                    isStarted.set(true);
                    return 0;
                }))
                .isInstanceOf(StoppedException.class);
        assertThat(isStarted).isFalse();
    }

    private int workOn() {
        while (isWanted.get()) {
            Thread.onSpinWait();
        }
        return 0;
    }
}
