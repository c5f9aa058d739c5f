package io.quarry.sigma;

import io.quarry.data.HiddenColumns;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import io.quarry.sigma.yaml.Yaml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The key of a detection item: {@code Field|modifier|modifier}.
 *
 * @param field without blanks, as the fields of {@code sigma:events} are; empty for keywords
 */
record FieldKey(String field, List<Modifier> modifiers, Span span) {
    FieldKey {
        modifiers = List.copyOf(modifiers);
    }

    boolean has(Modifier modifier) {
        return modifiers.contains(modifier);
    }

    boolean has(Modifier.Role role) {
        return first(role).isPresent();
    }

    Optional<Modifier> first(Modifier.Role role) {
        return modifiers.stream().filter(modifier -> modifier.role() == role).findFirst();
    }

    boolean isKeyword() {
        return field.isEmpty();
    }

    /** Reads a key; empty, with a diagnostic, where it means nothing that can be run. */
    static Optional<FieldKey> read(Yaml.Scalar key, Report report) {
        String[] parts = key.text().split("\\|", -1);
        List<Modifier> modifiers = new ArrayList<>();
        boolean isSound = true;
        int at = parts[0].length() + 1;
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            Span span = key.part(at, at + part.length());
            at += part.length() + 1;
            Optional<Modifier> modifier = Modifier.ofLabel(part);
            modifier.ifPresent(modifiers::add);
            isSound &= modifier.isPresent() && isUsable(modifier.get(), span, report);
            if (modifier.isEmpty()) {
                unknown(part, span, report);
            }
        }
        if (HiddenColumns.isHidden(parts[0])) {
            report.add(SigmaCode.RULE_SHAPE, key.span(), "field names cannot begin with '$', found '" + parts[0] + "'");
            isSound = false;
        }
        FieldKey read = new FieldKey(parts[0].replace(" ", ""), modifiers, key.span());
        Optional<String> conflict = isSound ? ModifierRules.conflict(modifiers) : Optional.empty();
        conflict.ifPresent(message -> report.add(SigmaCode.MODIFIER_CONFLICT, key.span(), message));
        return isSound && conflict.isEmpty() ? Optional.of(read) : Optional.empty();
    }

    private static boolean isUsable(Modifier modifier, Span span, Report report) {
        if (modifier == Modifier.EXPAND) {
            report.add(
                    SigmaCode.PLACEHOLDER,
                    span,
                    "'expand' asks for values from outside the rule, and there are none",
                    "write the values into the rule in place of the placeholder");
            return false;
        }
        return true;
    }

    private static void unknown(String name, Span span, Report report) {
        List<String> labels =
                Arrays.stream(Modifier.values()).map(Modifier::label).toList();
        String[] hints = Suggestions.near(name, labels).stream()
                .map(near -> "did you mean '" + near + "'?")
                .toArray(String[]::new);
        report.add(SigmaCode.MODIFIER_UNKNOWN, span, "there is no modifier '" + name + "'", hints);
    }
}
