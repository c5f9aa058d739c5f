package io.quarry.engine.expression;

import io.quarry.data.Dictionary;
import io.quarry.data.TextVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An expression that depends on one text column and nothing else: evaluated once for each entry of the column's dictionary
 * and looked up by code. What was computed is remembered by dictionary, since the batches of a table often share them.
 */
final class DictionaryEvaluator implements Evaluator {
    /** A table whose batches have dictionaries of their own must not fill the memory with answers for batches gone by. */
    private static final int REMEMBERED = 64;

    /** Dynamic values are large: only if texts repeat are they worth keeping. */
    private static final int REPEATED = 2;

    private final int column;
    private final Type type;
    private final Evaluator overEntries;
    private final ConcurrentHashMap<Dictionary, EntryResults> results = new ConcurrentHashMap<>();

    /**
     * @param overEntries the expression with the text column as its column 0
     */
    DictionaryEvaluator(int column, Type type, Evaluator overEntries) {
        this.column = column;
        this.type = type;
        this.overEntries = overEntries;
    }

    @Override
    public Vector evaluate(Frame frame) {
        if (frame.rows() == 0) {
            return Vector.constant(type, null, 0);
        }
        TextVector texts = (TextVector) frame.baseColumn(column);
        if (texts.isConstant()) {
            Vector single = overEntries.evaluate(Frame.of(TextVector.constant(texts.at(0), 1)));
            return Vector.constant(type, single.value(0), frame.rows());
        }
        EntryResults entries = entriesOf(texts.dictionary());
        if (!entries.isReadyFor(frame.rows())) {
            return overEntries.evaluate(Frame.of(frame.column(column)));
        }
        return entries.valuesOf((TextVector) frame.column(column));
    }

    @Override
    public Selection select(Frame frame) {
        TextVector texts = (TextVector) frame.baseColumn(column);
        if (texts.isConstant() || frame.rows() == 0) {
            return Evaluator.super.select(frame);
        }
        EntryResults entries = entriesOf(texts.dictionary());
        if (!entries.isReadyFor(frame.rows())) {
            return overEntries.select(Frame.of(frame.column(column)));
        }
        return entries.truths().select(texts, frame);
    }

    private EntryResults entriesOf(Dictionary dictionary) {
        EntryResults known = results.get(dictionary);
        if (known == null) {
            if (results.size() >= REMEMBERED) {
                results.clear();
            }
            known = results.computeIfAbsent(dictionary, this::resultsFor);
        }
        return known;
    }

    private EntryResults resultsFor(Dictionary dictionary) {
        long worthwhile = dictionary.size() * (type == Type.DYNAMIC ? (long) REPEATED : 1);
        return new EntryResults(dictionary, overEntries, worthwhile);
    }
}
