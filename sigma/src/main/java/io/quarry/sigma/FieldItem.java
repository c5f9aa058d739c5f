package io.quarry.sigma;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.quarry.data.HiddenColumns;
import io.quarry.data.Type;
import io.quarry.functions.sigma.Network;
import io.quarry.functions.sigma.Numbers;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Span;
import io.quarry.sigma.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one item of a selection, a field's key and its values, as a {@link Match}. */
final class FieldItem {
    private final FieldKey key;
    private final Report report;

    private FieldItem(FieldKey key, Report report) {
        this.key = key;
        this.report = report;
    }

    /** Empty, with a diagnostic, where the item means nothing that can be run. */
    static Optional<Match> read(Yaml.Entry entry, Report report) {
        return FieldKey.read(entry.key(), report)
                .map(key -> new FieldItem(key, report))
                .filter(FieldItem::fitsKeywords)
                .flatMap(item -> item.match(entry.value()));
    }

    /** Keywords without a field, any of which must be in some value of the event. */
    static Optional<Match> keywords(List<Yaml.Scalar> values, Span span, Report report) {
        return new FieldItem(new FieldKey("", List.of(), span), report)
                .match(new Yaml.Sequence(List.copyOf(values), span));
    }

    /** Keywords are looked for anywhere, so there is no field for the other modifiers to work on. */
    private boolean fitsKeywords() {
        Optional<Modifier> misplaced = key.modifiers().stream()
                .filter(modifier -> modifier == Modifier.EXISTS
                        || modifier == Modifier.FIELDREF
                        || modifier == Modifier.STARTSWITH
                        || modifier == Modifier.ENDSWITH)
                .findFirst()
                .filter(modifier -> key.isKeyword());
        misplaced.ifPresent(modifier -> report.add(
                SigmaCode.MODIFIER_CONFLICT, key.span(), "'" + modifier.label() + "' needs a field before it"));
        return misplaced.isEmpty();
    }

    private Optional<Match> match(Yaml value) {
        List<Yaml> values = value instanceof Yaml.Sequence list ? list.items() : List.of(value);
        if (values.isEmpty()) {
            report.add(SigmaCode.SELECTION_EMPTY, value.span(), "the list of " + subject() + " is empty");
            return Optional.empty();
        }
        List<Yaml.Scalar> scalars = new ArrayList<>();
        for (Yaml item : values) {
            if (!(item instanceof Yaml.Scalar scalar)) {
                report.add(SigmaCode.RULE_SHAPE, item.span(), subject() + " needs texts, found " + item.kind());
                return Optional.empty();
            }
            scalars.add(scalar);
        }
        return key.has(Modifier.EXISTS) ? exists(scalars) : matches(scalars).map(this::combine);
    }

    private Match combine(List<Match> matches) {
        Match combined = key.has(Modifier.ALL) ? Match.all(matches) : Match.any(matches);
        return key.has(Modifier.NEQ) ? new Match.Not(combined) : combined;
    }

    /** One match a value under {@code all}; else one for all that are alike. */
    private Optional<List<Match>> matches(List<Yaml.Scalar> values) {
        List<Match> matches = new ArrayList<>();
        List<String> together = new ArrayList<>();
        for (Yaml.Scalar value : values) {
            if (value.isNull()) {
                if (!isNullable(value)) {
                    return Optional.empty();
                }
                matches.add(new Match.Not(new Match.Test(key.field(), "exists", List.of(), value.span())));
            } else if (key.has(Modifier.FIELDREF)) {
                matches.add(reference(value));
            } else {
                Optional<List<String>> arguments = arguments(value);
                if (arguments.isEmpty()) {
                    return Optional.empty();
                }
                if (key.has(Modifier.ALL)) {
                    matches.add(test(arguments.get(), value.span()));
                } else {
                    together.addAll(arguments.get());
                }
            }
        }
        if (!together.isEmpty()) {
            matches.add(test(
                    together,
                    values.get(0).span().to(values.get(values.size() - 1).span())));
        }
        return Optional.of(matches);
    }

    private boolean isNullable(Yaml.Scalar value) {
        if (key.isKeyword()) {
            report.add(SigmaCode.SELECTION_EMPTY, value.span(), "a keyword is missing: null occurs nowhere");
            return false;
        }
        Optional<Modifier> other = key.modifiers().stream()
                .filter(modifier -> modifier.role() != Modifier.Role.LIST && modifier != Modifier.CASED)
                .findFirst();
        other.ifPresent(modifier -> report.add(
                SigmaCode.MODIFIER_CONFLICT,
                value.span(),
                "null, an absent field, cannot be compared with '" + modifier.label() + "'"));
        return other.isEmpty();
    }

    private Match test(List<String> arguments, Span span) {
        String field = key.isKeyword() ? HiddenColumns.KEYWORDS : key.field();
        Match.Argument list = new Match.Argument.Constant(Type.DYNAMIC, List.copyOf(arguments));
        return new Match.Test(field, function(), List.of(list), span);
    }

    private String function() {
        return key.first(Modifier.Role.COMPARISON)
                .map(Modifier::label)
                .orElse(key.has(Modifier.CASED) || key.has(Modifier.Role.ENCODING) ? "like_cased" : "like");
    }

    /**
     * What the function is given for a value; empty, with a diagnostic, if the value is not what it takes. The comparisons
     * that are neither {@code re} nor {@code cidr} are with numbers.
     */
    private Optional<List<String>> arguments(Yaml.Scalar value) {
        if (key.has(Modifier.RE)) {
            return regex(value).map(List::of);
        }
        if (key.has(Modifier.CIDR)) {
            return network(value).map(List::of);
        }
        return key.has(Modifier.Role.COMPARISON) ? number(value).map(List::of) : patterns(value);
    }

    private Optional<List<String>> patterns(Yaml.Scalar value) {
        if (key.isKeyword() && value.text().isEmpty()) {
            report.add(SigmaCode.SELECTION_EMPTY, value.span(), "an empty keyword is in every event");
            return Optional.empty();
        }
        Optional<Modifier> place = key.isKeyword() ? Optional.of(Modifier.CONTAINS) : key.first(Modifier.Role.PLACE);
        if (!key.has(Modifier.Role.ENCODING)) {
            String pattern =
                    key.has(Modifier.WINDASH) ? PatternText.withAnyDash(value.text()) : PatternText.of(value.text());
            return Optional.of(List.of(PatternText.placed(pattern, place)));
        }
        Optional<String> text = PatternText.plainText(value.text());
        if (text.isEmpty()) {
            report.add(SigmaCode.RULE_VALUE, value.span(), "a value with wildcards cannot be encoded as Base64");
            return Optional.empty();
        }
        List<String> forms = Encodings.of(text.get(), key);
        if (forms.contains("")) {
            report.add(
                    SigmaCode.RULE_VALUE,
                    value.span(),
                    "'" + value.text() + "' is too short: nothing of it is sure to be seen in a Base64 text");
            return Optional.empty();
        }
        return Optional.of(forms.stream()
                .map(form -> PatternText.placed(PatternText.literal(form), place))
                .toList());
    }

    private Optional<String> regex(Yaml.Scalar value) {
        StringBuilder flags = new StringBuilder();
        key.modifiers().stream()
                .filter(modifier -> modifier.role() == Modifier.Role.REGEX_FLAG)
                .forEach(flag -> flags.append(flag.label()));
        String pattern = flags.isEmpty() ? value.text() : "(?" + flags + ")" + value.text();
        try {
            Pattern.compile(pattern);
            return Optional.of(pattern);
        } catch (PatternSyntaxException problem) {
            boolean isPerl = problem.getDescription().startsWith("invalid or unsupported Perl syntax")
                    || problem.getDescription().startsWith("invalid escape sequence");
            report.add(
                    isPerl ? CommonCode.UNSUPPORTED : SigmaCode.RULE_VALUE,
                    value.span(),
                    "the regular expression cannot be used: " + problem.getDescription() + " '" + problem.getPattern()
                            + "'");
            return Optional.empty();
        }
    }

    private Optional<String> network(Yaml.Scalar value) {
        if (Network.parse(value.text()).isPresent()) {
            return Optional.of(value.text());
        }
        report.add(SigmaCode.RULE_VALUE, value.span(), "'" + value.text() + "' is not a network such as 10.0.0.0/8");
        return Optional.empty();
    }

    private Optional<String> number(Yaml.Scalar value) {
        if (Numbers.parse(value.text()).isPresent()) {
            return Optional.of(value.text());
        }
        report.add(SigmaCode.RULE_VALUE, value.span(), "'" + value.text() + "' is not a number");
        return Optional.empty();
    }

    private Match reference(Yaml.Scalar value) {
        String how =
                key.first(Modifier.Role.PLACE).map(place -> "_" + place.label()).orElse("");
        String function = "fieldref" + how + (key.has(Modifier.CASED) ? "_cased" : "");
        Match.Argument other = new Match.Argument.Field(value.text().replace(" ", ""));
        return new Match.Test(key.field(), function, List.of(other), value.span());
    }

    private Optional<Match> exists(List<Yaml.Scalar> values) {
        String wanted = values.get(0).text().toLowerCase(Locale.ROOT);
        if (values.size() > 1 || !wanted.equals("true") && !wanted.equals("false")) {
            report.add(SigmaCode.RULE_VALUE, values.get(0).span(), "'exists' needs true or false");
            return Optional.empty();
        }
        Match exists =
                new Match.Test(key.field(), "exists", List.of(), values.get(0).span());
        return Optional.of(wanted.equals("true") ? exists : new Match.Not(exists));
    }

    private String subject() {
        return key.isKeyword() ? "keywords" : "'" + key.field() + "'";
    }
}
