package io.quarry.functions.text;

import io.quarry.data.CapacityException;
import java.util.ArrayList;
import java.util.List;

/** A text in pieces, of which some have replaced others. */
final class Pieces {
    private record Piece(String text, boolean isFixed) {}

    private List<Piece> pieces;

    Pieces(String text) {
        pieces = List.of(new Piece(text, false));
    }

    /** Replaces each occurrence in a piece that has replaced nothing itself. */
    void replace(String lookup, String rewrite) {
        Piece replacement = new Piece(rewrite, true);
        List<Piece> replaced = new ArrayList<>();
        for (Piece piece : pieces) {
            int start = 0;
            int at = piece.isFixed ? -1 : piece.text.indexOf(lookup);
            while (at >= 0) {
                replaced.add(new Piece(piece.text.substring(start, at), false));
                replaced.add(replacement);
                start = at + lookup.length();
                at = piece.text.indexOf(lookup, start);
            }
            replaced.add(start == 0 ? piece : new Piece(piece.text.substring(start), false));
        }
        pieces = replaced;
    }

    /**
     * The pieces put together.
     *
     * @throws CapacityException if that is too long
     */
    String text() {
        if (pieces.size() == 1) {
            return pieces.get(0).text;
        }
        long length = pieces.stream().mapToLong(piece -> piece.text.length()).sum();
        CapacityException.requireText(length);
        StringBuilder text = new StringBuilder((int) length);
        for (Piece piece : pieces) {
            text.append(piece.text);
        }
        return text.toString();
    }
}
