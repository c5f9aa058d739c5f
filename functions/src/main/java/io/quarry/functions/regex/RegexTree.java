package io.quarry.functions.regex;

import java.util.ArrayList;
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

    /** The most characters of a match; {@link Integer#MAX_VALUE} if that or more, or without limit. */
    long longest();

    /** What matches the same texts, read from their ends to their beginnings. */
    RegexTree reversed();

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

        @Override
        public long longest() {
            return 1;
        }

        @Override
        public RegexTree reversed() {
            return this;
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

        @Override
        public long longest() {
            return 0;
        }

        @Override
        public RegexTree reversed() {
            return new Assertion(kind.reversed());
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

        @Override
        public long longest() {
            return limited(parts.stream().mapToLong(RegexTree::longest).sum());
        }

        @Override
        public RegexTree reversed() {
            List<RegexTree> backwards = new ArrayList<>();
            parts.forEach(part -> backwards.add(0, part.reversed()));
            return new Sequence(backwards);
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

        @Override
        public long longest() {
            return branches.stream().mapToLong(RegexTree::longest).max().orElse(0);
        }

        @Override
        public RegexTree reversed() {
            return new Choice(branches.stream().map(RegexTree::reversed).toList());
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

        @Override
        public long longest() {
            return limited(body.longest() * (most == UNLIMITED ? Integer.MAX_VALUE : most));
        }

        @Override
        public RegexTree reversed() {
            return new Repetition(body.reversed(), least, most);
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

        /** The condition that says the same when what stands before and after are exchanged. */
        Kind reversed() {
            return switch (this) {
                case TEXT_START -> TEXT_END;
                case TEXT_END -> TEXT_START;
                case LINE_START -> LINE_END;
                case LINE_END -> LINE_START;
                case WORD_BOUNDARY -> WORD_BOUNDARY;
                case NO_WORD_BOUNDARY -> NO_WORD_BOUNDARY;
            };
        }
    }

    private static long limited(long steps) {
        return Math.min(Integer.MAX_VALUE, steps);
    }
}
