package io.quarry.aql.syntax;

/** Leaves the productions up to the nearest one that can go on; the reason has been reported. */
final class SyntaxStop extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** How far to go back. */
    enum Reach {
        /** To the next place where parsing can go on. */
        RECOVER,
        /** Out of the parser: the text is too deep to go on with. */
        GIVE_UP
    }

    private final Reach reach;

    SyntaxStop(Reach reach) {
        super(null, null, false, false);
        this.reach = reach;
    }

    /** For those that catch: passes on what is not theirs to recover from. */
    void rethrowIfFinal() {
        if (reach == Reach.GIVE_UP) {
            throw this;
        }
    }
}
