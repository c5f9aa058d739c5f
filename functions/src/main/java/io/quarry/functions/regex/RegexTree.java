package io.quarry.functions.regex;

import java.util.List;

/**
 * A regular expression, as far as it decides whether there is a match: what groups capture and which of several matches is
 * preferred is not kept. Immutable.
 */
sealed interface RegexTree {
    /** The most repetitions where there is no limit. */
    int UNLIMITED = -1;

    RegexTree EMPTY = new Sequence(List.of());

    /** How many steps the expression takes when its repetitions are written out; at most {@link Integer#MAX_VALUE}. */
    long steps();

    /** True if all matches begin where the text does. */
    boolean isAnchored();

    /** One character. */
    record Single(CharacterSet set) implements RegexTree {
        @Override
        public long steps() {
            return 1;
        }

        @Override
        public boolean isAnchored() {
            return false;
        }
    }

    /** A condition on a place between characters. */
    record Assertion(Kind kind) implements RegexTree {
        @Override
        public long steps() {
            return 1;
        }

        @Override
        public boolean isAnchored() {
            return kind == Kind.TEXT_START;
        }
    }

    /** One after the other. */
    record Sequence(List<RegexTree> parts) implements RegexTree {
        public Sequence {
            parts = List.copyOf(parts);
        }

        @Override
        public long steps() {
            return limited(parts.stream().mapToLong(RegexTree::steps).sum());
        }

        @Override
        public boolean isAnchored() {
            return !parts.isEmpty() && parts.get(0).isAnchored();
        }
    }

    /** One of several. */
    record Choice(List<RegexTree> branches) implements RegexTree {
        public Choice {
            branches = List.copyOf(branches);
        }

        @Override
        public long steps() {
            return limited(branches.size()
                    + branches.stream().mapToLong(RegexTree::steps).sum());
        }

        @Override
        public boolean isAnchored() {
            return branches.stream().allMatch(RegexTree::isAnchored);
        }
    }

    /**
     * So many times.
     *
     * @param most {@link #UNLIMITED}, or not less than {@code least}
     */
    record Repetition(RegexTree body, int least, int most) implements RegexTree {
        @Override
        public long steps() {
            return limited((body.steps() + 1) * (most == UNLIMITED ? least + 1L : most));
        }

        @Override
        public boolean isAnchored() {
            return least > 0 && body.isAnchored();
        }
    }

    /** The conditions, each by what must stand before and after the place. */
    enum Kind {
        TEXT_START,
        TEXT_END,
        LINE_START,
        LINE_END,
        WORD_BOUNDARY,
        NO_WORD_BOUNDARY;

        boolean holds(Surroundings before, Surroundings after) {
            return switch (this) {
                case TEXT_START -> before == Surroundings.EDGE;
                case TEXT_END -> after == Surroundings.EDGE;
                case LINE_START -> before == Surroundings.EDGE || before == Surroundings.NEWLINE;
                case LINE_END -> after == Surroundings.EDGE || after == Surroundings.NEWLINE;
                case WORD_BOUNDARY -> (before == Surroundings.WORD) != (after == Surroundings.WORD);
                case NO_WORD_BOUNDARY -> (before == Surroundings.WORD) == (after == Surroundings.WORD);
            };
        }
    }

    private static long limited(long steps) {
        return Math.min(Integer.MAX_VALUE, steps);
    }
}
