package io.quarry.detect.evidence;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Distinct event numbers, ascending, in eight bytes each. Immutable. */
public final class EventNumbers extends AbstractList<Long> implements RandomAccess {
    public static final EventNumbers NONE = new EventNumbers(new long[0]);

    private final long[] numbers;

    private EventNumbers(long[] numbers) {
        this.numbers = numbers;
    }

    @Override
    public Long get(int index) {
        return numbers[index];
    }

    @Override
    public int size() {
        return numbers.length;
    }

    /** True if all of the others are among these. */
    public boolean containsAll(EventNumbers others) {
        int at = 0;
        for (long other : others.numbers) {
            while (at < numbers.length && numbers[at] < other) {
                at++;
            }
            if (at == numbers.length || numbers[at] != other) {
                return false;
            }
        }
        return true;
    }

    /** Takes numbers in any order, also repeatedly. Not safe for threads. */
    public static final class Builder {
        private static final int FIRST_SIZE = 4;

        /** The object and its array without elements. */
        private static final int HEADERS = 48;

        private long[] numbers = NONE.numbers;
        private int size;
        private boolean isAscending = true;

        public void add(long number) {
            if (size > 0 && numbers[size - 1] == number) {
                return;
            }
            if (size == numbers.length) {
                makeRoom();
            }
            isAscending &= size == 0 || numbers[size - 1] < number;
            numbers[size++] = number;
        }

        public void addAll(Iterable<Long> more) {
            more.forEach(this::add);
        }

        /** What it takes in memory, estimated. */
        public long bytes() {
            return HEADERS + (long) numbers.length * Long.BYTES;
        }

        /** The numbers so far. */
        public EventNumbers build() {
            settle();
            return size == 0 ? NONE : new EventNumbers(Arrays.copyOf(numbers, size));
        }

        /** Grows unless so many were there already that a quarter is free without them. */
        private void makeRoom() {
            settle();
            if (size >= numbers.length - numbers.length / 4) {
                numbers = Arrays.copyOf(numbers, Math.max(FIRST_SIZE, size * 2));
            }
        }

        private void settle() {
            if (isAscending) {
                return;
            }
            Arrays.sort(numbers, 0, size);
            int distinct = 1;
            for (int i = 1; i < size; i++) {
                if (numbers[i] != numbers[distinct - 1]) {
                    numbers[distinct++] = numbers[i];
                }
            }
            size = distinct;
            isAscending = true;
        }
    }
}
