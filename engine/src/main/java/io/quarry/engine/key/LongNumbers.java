package io.quarry.engine.key;

import java.util.Arrays;

/** Numbers distinct longs 0, 1, 2... in order of first appearance. Null may take part as one more value. */
final class LongNumbers {
    private static final int FREE = -1;

    private long[] keys = new long[32];
    private int[] numbers = free(32);
    private int size;
    private int inTable;
    private int numberOfNull = FREE;

    int add(long key) {
        int slot = slotOf(key);
        if (numbers[slot] == FREE) {
            keys[slot] = key;
            numbers[slot] = size++;
            int number = numbers[slot];
            inTable++;
            if (inTable * 2 > keys.length) {
                grow();
            }
            return number;
        }
        return numbers[slot];
    }

    int addNull() {
        if (numberOfNull == FREE) {
            numberOfNull = size++;
        }
        return numberOfNull;
    }

    /** The number of the key, or -1. */
    int find(long key) {
        return numbers[slotOf(key)];
    }

    /** The number of null, or -1. */
    int findNull() {
        return numberOfNull;
    }

    int size() {
        return size;
    }

    /** The numbers here of all values of the other, by their numbers there; as if they were added in that order. */
    int[] addAll(LongNumbers other) {
        long[] theirs = other.keys();
        int[] result = new int[theirs.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = i == other.numberOfNull ? addNull() : add(theirs[i]);
        }
        return result;
    }

    /** All keys, by number; anything for that of null. */
    long[] keys() {
        long[] byNumber = new long[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (numbers[slot] != FREE) {
                byNumber[numbers[slot]] = keys[slot];
            }
        }
        return byNumber;
    }

    private int slotOf(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed ^ mixed >>> 32) & (keys.length - 1);
        while (numbers[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = free(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != FREE) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    private static int[] free(int length) {
        int[] numbers = new int[length];
        Arrays.fill(numbers, FREE);
        return numbers;
    }
}
