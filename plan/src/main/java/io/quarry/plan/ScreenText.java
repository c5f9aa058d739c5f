package io.quarry.plan;

/**
 * Text as screens of fixed cells show it: what of it is safe to show, and how many cells it takes. Widths are those of Unicode
 * Standard Annex #11 (East Asian Width) without its ambiguous characters, which count as narrow.
 */
public final class ScreenText {
    /** All characters below this one are narrow. */
    private static final int FIRST_NOT_NARROW = 0x300;

    /** First and last characters of the wide ranges, in order. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x23E9, 0x23EC, 0x2614, 0x2615, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1,
        0x26BD, 0x26BE, 0x26D4, 0x26D4, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x2753, 0x2755,
        0x2757, 0x2757, 0x2795, 0x2797, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2E80, 0x303E, 0x3041, 0x3247, 0x3250, 0x4DBF,
        0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6,
        0x16FE0, 0x18AFF, 0x1B000, 0x1B2FF, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A,
        0x1F200, 0x1F265, 0x1F300, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA,
        0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC,
        0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4,
        0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6D7, 0x1F6DC, 0x1F6DF,
        0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7EB, 0x1F7F0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945,
        0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private ScreenText() {}

    /**
     * The text with a blank for each character that would break the line, drive the terminal or turn the direction of
     * writing, so that a name could show as another than it is.
     */
    public static String printable(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintable(text.charAt(i))) {
                if (clean == null) {
                    clean = new StringBuilder(text);
                }
                clean.setCharAt(i, ' ');
            }
        }
        return clean == null ? text : clean.toString();
    }

    /** True unless the character would do one of these. */
    public static boolean isPrintable(char c) {
        if (c < FIRST_NOT_NARROW) {
            return !Character.isISOControl(c);
        }
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> false;
            default -> c != '\u2028' && c != '\u2029';
        };
    }

    /** How many cells the text takes: two for a wide character, none for a mark upon the one before. */
    public static int width(String text) {
        return width(text, 0, text.length());
    }

    /** The same of a part of the text, in UTF-16 code units. */
    public static int width(String text, int from, int to) {
        int width = 0;
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            width += width(c);
            i += Character.charCount(c);
        }
        return width;
    }

    /** The longest beginning that takes no more than that many cells. */
    public static String beginning(String text, int cells) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += width(c);
            if (width > cells) {
                return text.substring(0, i);
            }
            i += Character.charCount(c);
        }
        return text;
    }

    /** The text, or where it takes more than that many cells a beginning with an ellipsis. */
    public static String fit(String text, int cells) {
        return width(text) <= cells ? text : beginning(text, Math.max(0, cells - 1)) + "…";
    }

    private static int width(int c) {
        if (c < FIRST_NOT_NARROW) {
            return 1;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        int low = 0;
        int high = WIDE.length / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (c > WIDE[2 * middle + 1]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < WIDE.length / 2 && c >= WIDE[2 * low];
    }
}
