package io.quarry.functions.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The alphabet of an automaton: code points that are in the same sets of an expression, and mean the same to its
 * assertions, are one symbol. Characters outside of ASCII are looked up when they are met. Safe for threads.
 */
final class Symbols {
    /** The symbol behind the last character. */
    static final int END = 0;

    /** The answer for a code point that would need one symbol more than there is room for. */
    static final int NONE = -1;

    /** Symbols that only characters outside of ASCII have. */
    private static final int MORE = 8;

    private static final int RECENT = 1 << 12;

    private record Symbol(BitSet sets, Surroundings surroundings) {}

    private final List<CharacterSet> sets;
    private final List<Symbol> symbols = new ArrayList<>();
    private final short[] ofAscii = new short[0x80];
    private final int room;

    /** Recently met: the code point above its symbol, at the low bits of the code point. Empty places are 0. */
    private int[] recent;

    Symbols(List<CharacterSet> sets) {
        this.sets = sets;
        symbols.add(new Symbol(new BitSet(), Surroundings.EDGE));
        for (int codePoint = 0; codePoint < ofAscii.length; codePoint++) {
            ofAscii[codePoint] = (short) number(codePoint, Integer.MAX_VALUE);
        }
        room = symbols.size() + MORE;
    }

    /** All symbols are below this. */
    int room() {
        return room;
    }

    /** The symbol of each code point of ASCII; not to be changed. */
    short[] ofAscii() {
        return ofAscii;
    }

    /** The symbol of a code point outside of ASCII, or {@link #NONE}. */
    int of(int codePoint) {
        int[] known = recent;
        int entry = known == null ? 0 : known[codePoint & RECENT - 1];
        return entry >>> Byte.SIZE == codePoint ? entry & 0xFF : look(codePoint);
    }

    private synchronized int look(int codePoint) {
        int symbol = number(codePoint, room);
        if (symbol != NONE) {
            int[] known = recent == null ? new int[RECENT] : recent;
            known[codePoint & RECENT - 1] = codePoint << Byte.SIZE | symbol;
            recent = known;
        }
        return symbol;
    }

    private int number(int codePoint, int limit) {
        BitSet members = new BitSet();
        for (int i = 0; i < sets.size(); i++) {
            members.set(i, sets.get(i).contains(codePoint));
        }
        Symbol symbol = new Symbol(members, Surroundings.of(codePoint));
        int number = symbols.indexOf(symbol);
        if (number < 0 && symbols.size() < limit) {
            number = symbols.size();
            symbols.add(symbol);
        }
        return number;
    }

    /** The sets that hold the characters of a symbol; not to be changed. */
    synchronized BitSet sets(int symbol) {
        return symbols.get(symbol).sets;
    }

    synchronized Surroundings surroundings(int symbol) {
        return symbols.get(symbol).surroundings;
    }
}
