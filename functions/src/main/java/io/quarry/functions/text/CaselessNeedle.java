package io.quarry.functions.text;

import java.nio.charset.StandardCharsets;

/**
 * A needle whose letter case does not count, see {@link Folding}. A needle of ASCII is compared byte by byte: no other
 * character is like one of ASCII. Any other is compared by code points.
 */
public final class CaselessNeedle extends Needle {
    private final int[] folded;
    private final byte[] ascii;
    private final RareByte rare;

    private CaselessNeedle(String text) {
        super(text);
        folded = text.codePoints().map(Folding::fold).toArray();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean isAscii = CodePoints.isAscii(bytes, 0, bytes.length);
        ascii = isAscii ? Folding.fold(text).getBytes(StandardCharsets.UTF_8) : null;
        rare = isAscii && bytes.length > 0 ? RareByte.caseless(bytes) : null;
    }

    public static CaselessNeedle of(String text) {
        return new CaselessNeedle(text);
    }

    @Override
    long find(byte[] bytes, int from, int end) {
        if (folded.length == 0) {
            return occurrence(from, from);
        }
        if (rare == null) {
            return findFolded(bytes, from, end);
        }
        int last = end - ascii.length + rare.offset();
        for (int at = from + rare.offset(); at <= last; at++) {
            at = rare.find(bytes, at, last + 1);
            if (at < 0) {
                return NONE;
            }
            int start = at - rare.offset();
            if (isAsciiAt(bytes, start)) {
                return occurrence(start, start + ascii.length);
            }
        }
        return NONE;
    }

    private long findFolded(byte[] bytes, int from, int end) {
        for (int at = from; at < end; at += CodePoints.length(bytes, at, end)) {
            int matchEnd = matchFolded(bytes, at, end);
            if (matchEnd >= 0) {
                return occurrence(at, matchEnd);
            }
        }
        return NONE;
    }

    @Override
    int match(byte[] bytes, int at, int end) {
        if (ascii == null) {
            return matchFolded(bytes, at, end);
        }
        return at + ascii.length <= end && isAsciiAt(bytes, at) ? at + ascii.length : -1;
    }

    @Override
    int matchBack(byte[] bytes, int start, int end) {
        if (ascii != null) {
            int at = end - ascii.length;
            return at >= start && isAsciiAt(bytes, at) ? at : -1;
        }
        int at = end;
        for (int i = folded.length - 1; i >= 0; i--) {
            if (at <= start) {
                return -1;
            }
            int before = CodePoints.before(bytes, start, at);
            if (Folding.fold(CodePoints.at(bytes, before, at)) != folded[i]) {
                return -1;
            }
            at = before;
        }
        return at;
    }

    private boolean isAsciiAt(byte[] bytes, int start) {
        for (int i = 0; i < ascii.length; i++) {
            int b = bytes[start + i];
            if ((b >= 'a' && b <= 'z' ? b - 32 : b) != ascii[i]) {
                return false;
            }
        }
        return true;
    }

    private int matchFolded(byte[] bytes, int start, int end) {
        int at = start;
        for (int wanted : folded) {
            if (at >= end || Folding.fold(CodePoints.at(bytes, at, end)) != wanted) {
                return -1;
            }
            at += CodePoints.length(bytes, at, end);
        }
        return at;
    }
}
