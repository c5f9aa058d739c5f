package io.quarry.detect.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.plan.Accumulator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class EventNumbersTest {
    @Test
    void numbersAreDistinctAndAscendingInWhateverOrderTheyCome() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            TreeSet<Long> expected = new TreeSet<>();
            EventNumbers.Builder builder = new EventNumbers.Builder();
            for (int i = random.nextInt(100); i > 0; i--) {
                long number = random.nextInt(40);
                expected.add(number);
                builder.add(number);
            }
            assertThat(builder.build()).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void aSetContainsThoseWhoseNumbersItHasAll() {
        assertThat(of(1, 3, 5).containsAll(of(1, 5))).isTrue();
        assertThat(of(1, 3, 5).containsAll(of(1, 4))).isFalse();
        assertThat(of(1, 3, 5).containsAll(of(5, 6))).isFalse();
        assertThat(of(1).containsAll(EventNumbers.NONE)).isTrue();
        assertThat(EventNumbers.NONE.containsAll(of(1))).isFalse();
    }

    @Test
    void theEvidenceOfAGroupCountsAsMemoryAndRepeatsDoNot() {
        Accumulator sets = EventSet.collect(Type.LONG).accumulator();
        VectorBuilder numbers = Vector.builder(Type.LONG);
        for (long i = 0; i < 1000; i++) {
            numbers.add(i);
        }
        Vector[] arguments = {numbers.build()};
        sets.add(new int[1000], 1, arguments, 1000);
        assertThat(sets.bytes()).isBetween(8_000L, 20_000L);
        for (int i = 0; i < 50; i++) {
            sets.add(new int[1000], 1, arguments, 1000);
        }
        assertThat(sets.bytes()).isLessThan(40_000L);
        assertThat((List<?>) sets.results(1).value(0)).hasSize(1000);
    }

    private static EventNumbers of(long... numbers) {
        EventNumbers.Builder builder = new EventNumbers.Builder();
        for (long number : numbers) {
            builder.add(number);
        }
        return builder.build();
    }
}
