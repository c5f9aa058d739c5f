package io.quarry.functions.text;

import com.google.re2j.Matcher;
import io.quarry.plan.FunctionException;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.List;

/** What the groups of a regular expression match. */
final class Extracting {
    private static final String ALL = "Kusto Query Language reference, extract_all()";

    private Extracting() {}

    @Scalar(
            kql = "extract",
            doc = "What a group of the first match matched, group 0 being the match; without match, the empty text.",
            example = {
                "extract(@'(\\d+)-(\\d+)', 2, '42-17') -> '17'",
                "extract(@'\\d+', 0, 'a1') -> '1'",
                "extract('x', 0, 'a') -> ''"
            },
            source = "Kusto Query Language reference, extract()",
            nulls = Nulls.GIVE_EMPTY)
    static String extract(Regex regex, long group, String text) {
        Matcher matcher = regex.matcher(text);
        return group >= 0 && group <= regex.groups() && matcher.find() ? group(matcher, (int) group) : "";
    }

    @Scalar(
            kql = {"extract_all", "extractall"},
            doc =
                    "Array of all matches: of one group its texts, of several an array for each match; null without match.",
            example = {
                "extract_all(@'(\\d)', 'a1b2') -> dynamic(['1','2'])",
                "extract_all(@'([a-z])(\\d)', 'a1b2') -> dynamic([['a','1'],['b','2']])",
                "extract_all(@'(\\d)', 'abc') -> dynamic(null)"
            },
            source = ALL)
    static Object extractAll(Regex regex, String text) {
        List<Integer> groups = new ArrayList<>();
        for (int group = 1; group <= regex.groups(); group++) {
            groups.add(group);
        }
        return all(regex, groups, text);
    }

    @Scalar(
            kql = {"extract_all", "extractall"},
            doc = "The same for chosen groups, by number or name.",
            example = {
                "extract_all(@'([a-z])(\\d)', dynamic([2]), 'a1b2') -> dynamic(['1','2'])",
                "extract_all(@'(?P<c>[a-z])(\\d)', dynamic([2,'c']), 'a1') -> dynamic([['1','a']])"
            },
            source = ALL)
    static Object extractAll(Regex regex, Object groups, String text) {
        List<Integer> numbers = new ArrayList<>();
        for (Object group : groups instanceof List<?> list ? list : List.of(groups)) {
            Integer number = group instanceof String name
                    ? regex.group(name)
                    : group instanceof Long place && place >= 0 && place <= regex.groups() ? place.intValue() : null;
            if (number == null) {
                throw new FunctionException("extract_all: no capturing group " + group);
            }
            numbers.add(number);
        }
        return all(regex, numbers, text);
    }

    private static Object all(Regex regex, List<Integer> groups, String text) {
        if (groups.isEmpty()) {
            throw new FunctionException("extract_all: the regular expression has no capturing group");
        }
        List<Object> all = new ArrayList<>();
        for (Matcher matcher = regex.matcher(text); matcher.find(); ) {
            List<Object> found = new ArrayList<>();
            for (int group : groups) {
                found.add(group(matcher, group));
            }
            all.add(groups.size() == 1 ? found.get(0) : found);
        }
        return all.isEmpty() ? null : all;
    }

    private static String group(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }
}
