package io.quarry.functions.text;

import io.quarry.data.CapacityException;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.List;

/** Replacement of parts of a text. */
final class Replacing {
    private Replacing() {}

    @Scalar(
            kql = "replace_string",
            doc = "The text with every occurrence of another replaced; an empty lookup replaces nothing.",
            example = {"replace_string('aba', 'a', '') -> 'b'", "replace_string('aba', '', 'x') -> 'aba'"},
            source = "Kusto Query Language reference, replace_string()")
    static String replace(String text, String lookup, String rewrite) {
        if (lookup.isEmpty()) {
            return text;
        }
        long longest = text.length() + (long) (text.length() / lookup.length()) * rewrite.length();
        if (CapacityException.isText(longest)) {
            return text.replace(lookup, rewrite);
        }
        Pieces pieces = new Pieces(text);
        pieces.replace(lookup, rewrite);
        return pieces.text();
    }

    @Scalar(
            kql = "replace_strings",
            doc =
                    "The text with each text of a list replaced by its counterpart; what one has replaced, no later one touches.",
            example = {
                "replace_strings('a-b', dynamic(['a','b']), dynamic(['b','c'])) -> 'b-c'",
                "replace_strings('This is', dynamic(['is','This']), dynamic(['was','This'])) -> 'Thwas was'",
                "replace_strings('a-b', dynamic(['a',1]), dynamic([1,'x'])) -> 'a-b'"
            },
            source = "Kusto Query Language reference, replace_strings()",
            nulls = Nulls.GIVE_EMPTY)
    static String replaceAll(String text, Object lookups, Object rewrites) {
        if (!(lookups instanceof List<?> from) || !(rewrites instanceof List<?> to)) {
            return text;
        }
        Pieces pieces = new Pieces(text);
        for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
            if (from.get(i) instanceof String lookup && to.get(i) instanceof String rewrite && !lookup.isEmpty()) {
                pieces.replace(lookup, rewrite);
            }
        }
        return pieces.text();
    }

    @Scalar(
            kql = "replace_regex",
            doc = "The text with every match of a regular expression rewritten.",
            example = "replace_regex('a1b22', @'(\\d+)', @'<\\1>') -> 'a<1>b<22>'",
            source = "Kusto Query Language reference, replace_regex()")
    static String replaceRegex(String text, Regex regex, Rewrite rewrite) {
        return rewrite.apply(text, regex);
    }

    @Scalar(
            kql = "replace",
            doc = "The text with every match of a regular expression rewritten; old order of arguments.",
            example = "replace('x+', 'y', 'axxb') -> 'ayb'",
            source = "Kusto Query Language reference, replace()")
    static String replaceOld(Regex regex, Rewrite rewrite, String text) {
        return rewrite.apply(text, regex);
    }

    @Scalar(
            kql = "trim",
            doc = "The text without one match of a regular expression at its start and one at its end.",
            example = {"trim('x', 'xxabcxx') -> 'xabcx'", "trim('x+', 'xxabcxx') -> 'abc'"},
            source = "Kusto Query Language reference, trim(); answers of the Kusto emulator")
    static String trim(TrimPattern pattern, String text) {
        return pattern.trimEnd(pattern.trimStart(text));
    }

    @Scalar(
            kql = "trim_start",
            doc = "The text without one match of a regular expression at its start.",
            example = "trim_start('x', 'xxabc') -> 'xabc'",
            source = "Kusto Query Language reference, trim_start()")
    static String trimStart(TrimPattern pattern, String text) {
        return pattern.trimStart(text);
    }

    @Scalar(
            kql = "trim_end",
            doc = "The text without one match of a regular expression at its end.",
            example = "trim_end('x', 'abcxx') -> 'abcx'",
            source = "Kusto Query Language reference, trim_end()")
    static String trimEnd(TrimPattern pattern, String text) {
        return pattern.trimEnd(text);
    }

    @Scalar(
            kql = "translate",
            doc = "The text with each character of a list replaced by the one at the same place of another list.",
            example = {
                "translate('abc', 'x', 'abc') -> 'xxx'",
                "translate('abc', '', 'ab') -> ''",
                "translate('krasp', 'otsku', 'spark') -> 'kusto'"
            },
            source = "Kusto Query Language reference, translate()")
    static String translate(String searchList, String replacementList, String text) {
        int[] from = searchList.codePoints().toArray();
        int[] to = replacementList.codePoints().toArray();
        StringBuilder translated = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            int at = 0;
            while (at < from.length && from[at] != codePoint) {
                at++;
            }
            if (at == from.length) {
                translated.appendCodePoint(codePoint);
            } else if (to.length > 0) {
                translated.appendCodePoint(to[Math.min(at, to.length - 1)]);
            }
        });
        return translated.toString();
    }

    @Scalar(
            kql = "regex_quote",
            doc = "The text with every character that means something in a regular expression escaped.",
            example = "regex_quote('(so$me.Text)') -> @'\\(so\\$me\\.Text\\)'",
            source = "Kusto Query Language reference, regex_quote()")
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\.+*?()|[]{}^$#&-~".indexOf(c) >= 0) {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.toString();
    }
}
