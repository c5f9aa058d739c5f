package io.quarry.functions.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * An expression as a nondeterministic automaton. Its nodes are numbered; a node consumes a character, asserts something,
 * leads to two others, or is the end of a match. Immutable, safe for threads.
 */
final class Program {
    private enum Kind {
        MATCH,
        SPLIT,
        ASSERTION,
        CHARACTER
    }

    private static final int MATCH = 0;
    private static final RegexTree.Kind[] ASSERTIONS = RegexTree.Kind.values();

    private final List<CharacterSet> sets = new ArrayList<>();
    private final boolean isAnchored;
    private final int start;
    private Kind[] kinds = new Kind[16];
    private int[] next = new int[16];

    /** Of a character its set, of an assertion its kind, of a split the other node. */
    private int[] detail = new int[16];

    private int size;
    private final BitSet splits = new BitSet();
    private final BitSet assertions = new BitSet();

    Program(RegexTree tree) {
        add(Kind.MATCH, MATCH, 0);
        isAnchored = tree.isAnchored();
        start = compile(tree, MATCH);
    }

    /** The sets of the nodes that consume a character, without repetition. */
    List<CharacterSet> sets() {
        return sets;
    }

    /** True if a match can begin only where the text does. */
    boolean isAnchored() {
        return isAnchored;
    }

    /** The nodes that wait for a character, or for what stands around a place, before any is read. */
    BitSet start() {
        BitSet reached = new BitSet(size);
        follow(start, reached, node -> false);
        reached.andNot(splits);
        return reached;
    }

    /** True if a match has ended. */
    boolean hasMatch(BitSet waiting) {
        return waiting.get(MATCH);
    }

    boolean hasAssertion(BitSet waiting) {
        return waiting.intersects(assertions);
    }

    /** The waiting nodes, and those behind the assertions among them that hold. */
    BitSet past(BitSet waiting, Surroundings before, Surroundings after) {
        if (!hasAssertion(waiting)) {
            return waiting;
        }
        BitSet reached = (BitSet) waiting.clone();
        IntPredicate holds = node -> ASSERTIONS[detail[node]].holds(before, after);
        for (int node = waiting.nextSetBit(0); node >= 0; node = waiting.nextSetBit(node + 1)) {
            if (assertions.get(node) && holds.test(node)) {
                follow(next[node], reached, holds);
            }
        }
        return reached;
    }

    /** The nodes that wait once a character was read. */
    BitSet step(BitSet waiting, BitSet setsOfCharacter) {
        BitSet reached = new BitSet(size);
        for (int node = waiting.nextSetBit(0); node >= 0; node = waiting.nextSetBit(node + 1)) {
            if (kinds[node] == Kind.CHARACTER && setsOfCharacter.get(detail[node])) {
                follow(next[node], reached, assertion -> false);
            }
        }
        if (!isAnchored) {
            follow(start, reached, assertion -> false);
        }
        reached.andNot(splits);
        return reached;
    }

    /** Adds a node and all to which it leads without a character; what was reached before is not followed again. */
    private void follow(int from, BitSet reached, IntPredicate passes) {
        int[] open = new int[16];
        int count = 0;
        open[count++] = from;
        while (count > 0) {
            int node = open[--count];
            if (reached.get(node)) {
                continue;
            }
            reached.set(node);
            if (count + 2 > open.length) {
                open = Arrays.copyOf(open, open.length * 2);
            }
            if (kinds[node] == Kind.SPLIT) {
                open[count++] = detail[node];
                open[count++] = next[node];
            } else if (kinds[node] == Kind.ASSERTION && passes.test(node)) {
                open[count++] = next[node];
            }
        }
    }

    /** The node at which the expression begins when the node behind it is given. */
    private int compile(RegexTree tree, int behind) {
        if (tree instanceof RegexTree.Single single) {
            return add(Kind.CHARACTER, behind, numberOf(single.set()));
        }
        if (tree instanceof RegexTree.Assertion assertion) {
            return add(Kind.ASSERTION, behind, assertion.kind().ordinal());
        }
        if (tree instanceof RegexTree.Repetition repetition) {
            return compile(repetition, behind);
        }
        int entry = behind;
        if (tree instanceof RegexTree.Sequence sequence) {
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                entry = compile(sequence.parts().get(i), entry);
            }
        } else if (tree instanceof RegexTree.Choice choice) {
            List<RegexTree> branches = choice.branches();
            entry = compile(branches.get(branches.size() - 1), behind);
            for (int i = branches.size() - 2; i >= 0; i--) {
                entry = add(Kind.SPLIT, compile(branches.get(i), behind), entry);
            }
        }
        return entry;
    }

    private int compile(RegexTree.Repetition repetition, int behind) {
        int entry = behind;
        if (repetition.most() == RegexTree.UNLIMITED) {
            entry = add(Kind.SPLIT, behind, behind);
            int again = compile(repetition.body(), entry);
            detail[entry] = again;
        }
        for (int i = repetition.least(); i < repetition.most(); i++) {
            entry = add(Kind.SPLIT, compile(repetition.body(), entry), behind);
        }
        for (int i = 0; i < repetition.least(); i++) {
            entry = compile(repetition.body(), entry);
        }
        return entry;
    }

    private int numberOf(CharacterSet set) {
        int known = sets.indexOf(set);
        if (known >= 0) {
            return known;
        }
        sets.add(set);
        return sets.size() - 1;
    }

    private int add(Kind kind, int nextNode, int nodeDetail) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            next = Arrays.copyOf(next, size * 2);
            detail = Arrays.copyOf(detail, size * 2);
        }
        splits.set(size, kind == Kind.SPLIT);
        assertions.set(size, kind == Kind.ASSERTION);
        kinds[size] = kind;
        next[size] = nextNode;
        detail[size] = nodeDetail;
        return size++;
    }
}
