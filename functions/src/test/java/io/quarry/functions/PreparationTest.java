package io.quarry.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PreparationTest {
    @Test
    void whatIsUsedAgainAndAgainIsPreparedOnce() {
        AtomicInteger times = new AtomicInteger();
        Preparation<String, String> preparation = new Preparation<>(key -> {
            times.addAndGet(key.equals("often") ? 1 : 0);
            return key;
        });
        for (int i = 0; i < 1_000; i++) {
            preparation.get("other" + i);
            preparation.get(new StringBuilder("often").toString());
        }
        assertThat(times).hasValue(1);
    }
}
