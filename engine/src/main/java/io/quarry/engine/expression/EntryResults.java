package io.quarry.engine.expression;

import io.quarry.data.BoolVector;
import io.quarry.data.Dictionary;
import io.quarry.data.TextVector;
import io.quarry.data.Vector;
import io.quarry.plan.QueryException;

/**
 * The values of an expression for all entries of a dictionary and for null, computed once enough rows have asked: until then
 * it is cheaper to evaluate for the rows. Safe for threads.
 *
 * <p>An entry that no row asks for may make a function fail. Then nothing is remembered, and every row is evaluated.
 */
final class EntryResults {
    private final Dictionary dictionary;
    private final Evaluator evaluator;
    private final long worthwhile;
    private long asked;
    private boolean failed;
    private volatile Vector values;
    private volatile EntryTruths truths;

    /**
     * @param worthwhile how many rows must have asked before the values are computed and kept
     */
    EntryResults(Dictionary dictionary, Evaluator evaluator, long worthwhile) {
        this.dictionary = dictionary;
        this.evaluator = evaluator;
        this.worthwhile = worthwhile;
    }

    /** True if the entries' values are there, computing them if so many rows make it worth it. */
    boolean isReadyFor(int rows) {
        return values != null || compute(rows);
    }

    private synchronized boolean compute(int rows) {
        if (values != null) {
            return true;
        }
        asked += rows;
        if (failed || asked < worthwhile) {
            return false;
        }
        try {
            values = evaluator.evaluate(Frame.of(entriesAndNull()));
        } catch (QueryException e) {
            failed = true;
        }
        return !failed;
    }

    private TextVector entriesAndNull() {
        int size = dictionary.size();
        int[] codes = new int[size + 1];
        for (int i = 0; i <= size; i++) {
            codes[i] = i == size ? -1 : i;
        }
        return TextVector.of(dictionary, codes, size + 1);
    }

    /** The value for each row; only once {@link #isReadyFor} was true. */
    Vector valuesOf(TextVector texts) {
        int rows = texts.size();
        int[] entries = new int[rows];
        int nullEntry = dictionary.size();
        for (int row = 0; row < rows; row++) {
            int code = texts.code(row);
            entries[row] = code < 0 ? nullEntry : code;
        }
        return values.take(entries, rows);
    }

    /** For which entries the condition is true; only once {@link #isReadyFor} was true. */
    EntryTruths truths() {
        EntryTruths known = truths;
        if (known == null) {
            known = EntryTruths.of((BoolVector) values);
            truths = known;
        }
        return known;
    }
}
