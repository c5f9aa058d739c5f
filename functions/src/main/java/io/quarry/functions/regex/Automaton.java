package io.quarry.functions.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A deterministic automaton that is built as far as texts need it: a state is a set of nodes of a {@link Program}. Safe for
 * threads without locks where all is known: what another thread has found may be seen late, never half done.
 *
 * <p>A table of rows, one for each state, holds where each {@link Symbols symbol} leads, as the position of a row. The
 * number of states is limited, and with it the memory.
 */
public final class Automaton {
    /** What a search found out. */
    public enum Answer {
        MATCH,
        NO_MATCH,

        /** The text is not valid UTF-8, or of characters that are too many kinds. */
        UNREADABLE,

        /** A state more would be needed than there may be. */
        FULL
    }

    private static final int MOST_STATES = 1000;
    private static final int UNKNOWN = 0;

    /**
     * @param before what stands before, if the nodes care
     */
    private record State(BitSet nodes, Surroundings before) {}

    private final Program program;
    private final Symbols symbols;
    private final Direction direction;
    private final int room;
    private final int match;
    private final int dead;
    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> rows = new HashMap<>();

    /**
     * Its first row holds the first states, by what stands before. It has only positions that are within it, so that a thread
     * may go on with a table that was replaced.
     */
    private volatile int[] table;

    Automaton(Program program, Symbols symbols, Direction direction) {
        this.program = program;
        this.symbols = symbols;
        this.direction = direction;
        this.room = symbols.room();
        this.match = room;
        this.dead = 2 * room;
        this.table = new int[8 * room];
    }

    /** The same automaton without what it has learned. */
    public Automaton renewed() {
        return new Automaton(program, symbols, direction);
    }

    /**
     * Whether there is a match that begins at {@code from} or later in the text {@code bytes[start..end)}. Only that part of
     * the text is read.
     */
    public Answer search(byte[] bytes, int start, int from, int end) {
        boolean isForwards = direction == Direction.FORWARDS;
        int state = start(isForwards ? Surroundings.before(bytes, start, from) : Surroundings.EDGE);
        int[] leads = table;
        short[] ofAscii = symbols.ofAscii();
        int left = end - from;
        while (left >= 0 && state > dead) {
            int symbol = Symbols.END;
            int length = 1;
            if (left > 0) {
                int at = isForwards ? end - left : from + left - 1;
                if (bytes[at] >= 0) {
                    symbol = ofAscii[bytes[at]];
                } else {
                    length = isForwards
                            ? StrictUtf8.length(bytes, at, end)
                            : StrictUtf8.lengthBefore(bytes, from, at + 1);
                    symbol = symbolAt(bytes, isForwards ? at : at + 1 - length, length);
                    if (symbol == Symbols.NONE) {
                        return Answer.UNREADABLE;
                    }
                }
            }
            int next = leads[state + symbol];
            if (next == UNKNOWN) {
                next = find(state, symbol);
                leads = table;
            }
            state = next;
            left -= length;
        }
        return state == match ? Answer.MATCH : state == UNKNOWN ? Answer.FULL : Answer.NO_MATCH;
    }

    /** The state before any character is read; {@link #UNKNOWN} if there is no room for it. */
    private int start(Surroundings before) {
        int state = table[before.ordinal()];
        return state == UNKNOWN ? findStart(before) : state;
    }

    /**
     * The symbol of a character outside of ASCII, or {@link Symbols#NONE}.
     *
     * @param length 0 if it is not valid
     */
    private int symbolAt(byte[] bytes, int at, int length) {
        return length == 0 ? Symbols.NONE : symbols.of(StrictUtf8.codePoint(bytes, at, length));
    }

    /** The first state; {@link #UNKNOWN} if there is no room for it. */
    private synchronized int findStart(Surroundings before) {
        boolean canBegin = !program.isAnchored() || before == Surroundings.EDGE;
        int row = canBegin ? rowOf(program.start(), before) : dead;
        table[before.ordinal()] = row;
        return row;
    }

    /** Where a symbol leads from a state; {@link #UNKNOWN} if there is no room for that. */
    private synchronized int find(int state, int symbol) {
        State from = states.get(state / room - 3);
        BitSet nodes = program.past(from.nodes, from.before, symbols.surroundings(symbol));
        int row = dead;
        if (program.hasMatch(nodes)) {
            row = match;
        } else if (symbol != Symbols.END) {
            row = rowOf(program.step(nodes, symbols.sets(symbol)), symbols.surroundings(symbol));
        }
        if (row != UNKNOWN) {
            table[state + symbol] = row;
        }
        return row;
    }

    private int rowOf(BitSet nodes, Surroundings before) {
        if (nodes.isEmpty() || program.hasMatch(nodes)) {
            return nodes.isEmpty() ? dead : match;
        }
        State state = new State(nodes, program.hasAssertion(nodes) ? before : Surroundings.OTHER);
        Integer known = rows.get(state);
        if (known != null) {
            return known;
        }
        if (states.size() == MOST_STATES) {
            return UNKNOWN;
        }
        states.add(state);
        int row = (states.size() + 2) * room;
        rows.put(state, row);
        if (row + room > table.length) {
            table = Arrays.copyOf(table, table.length * 2);
        }
        return row;
    }
}
