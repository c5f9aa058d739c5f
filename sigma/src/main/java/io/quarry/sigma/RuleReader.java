package io.quarry.sigma;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Plan;
import io.quarry.plan.Span;
import io.quarry.sigma.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one document as a rule. */
final class RuleReader {
    private static final Set<String> LEVELS = Set.of("informational", "low", "medium", "high", "critical");
    private static final Set<String> STATUSES = Set.of("stable", "test", "experimental", "deprecated", "unsupported");
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    private final Yaml.Mapping document;
    private final Report report;

    private RuleReader(Yaml.Mapping document, Report report) {
        this.document = document;
        this.report = report;
    }

    /** The rule; empty, with a diagnostic, where it cannot be run. */
    static Optional<SigmaRule> read(Yaml document, Report report) {
        if (document instanceof Yaml.Mapping map) {
            return new RuleReader(map, report).rule();
        }
        report.add(SigmaCode.RULE_SHAPE, document.span(), "a rule is a map, found " + document.kind());
        return Optional.empty();
    }

    private Optional<SigmaRule> rule() {
        for (String kind : List.of("correlation", "filter", "action")) {
            Optional<Yaml.Entry> entry = document.entry(kind);
            if (entry.isPresent()) {
                String message = "documents with '" + kind + "' are not supported";
                report.add(CommonCode.UNSUPPORTED, entry.get().key().span(), message);
                return Optional.empty();
            }
        }
        require("title");
        checkFormats();
        Optional<LogSource> source = require("logsource").flatMap(value -> RulePlan.logSource(value, report));
        Optional<Match> match = require("detection").flatMap(this::detection);
        if (report.hasErrors() || source.isEmpty() || match.isEmpty()) {
            return Optional.empty();
        }
        Optional<Plan> plan = RulePlan.of(source, match.get(), start(), report);
        return plan.map(made -> new SigmaRule(report.source(), document.span(), attributes(), source.get(), made));
    }

    private Optional<Match> detection(Yaml value) {
        if (!(value instanceof Yaml.Mapping detection)) {
            report.add(SigmaCode.RULE_SHAPE, value.span(), "'detection' needs a map, found " + value.kind());
            return Optional.empty();
        }
        Map<String, Optional<Match>> selections = new LinkedHashMap<>();
        for (Yaml.Entry entry : detection.entries()) {
            String name = entry.key().text();
            if (name.equals("timeframe")) {
                report.add(
                        SigmaCode.OLD_AGGREGATION,
                        entry.key().span(),
                        "'timeframe' belongs to the aggregations of an older Sigma",
                        "write a second document with 'correlation' that refers to this rule");
            } else if (!name.equals("condition")) {
                selections.put(name, Selection.read(name, entry.value(), report));
            }
        }
        Optional<Yaml.Entry> condition = detection.entry("condition");
        if (condition.isEmpty()) {
            report.add(SigmaCode.RULE_ATTRIBUTE_MISSING, value.span(), "'detection' has no 'condition'");
            return Optional.empty();
        }
        return conditions(condition.get().value(), selections);
    }

    private Optional<Match> conditions(Yaml value, Map<String, Optional<Match>> selections) {
        List<Yaml> conditions = value instanceof Yaml.Sequence list ? list.items() : List.of(value);
        if (conditions.isEmpty()) {
            report.add(SigmaCode.SELECTION_EMPTY, value.span(), "the list of conditions is empty");
            return Optional.empty();
        }
        Set<String> used = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (Yaml condition : conditions) {
            if (condition instanceof Yaml.Scalar text && !text.isNull()) {
                ConditionParser.parse(text, selections, used, report).ifPresent(matches::add);
            } else {
                report.add(SigmaCode.RULE_SHAPE, condition.span(), "a condition is a text, found " + condition.kind());
            }
        }
        if (matches.size() < conditions.size()) {
            return Optional.empty();
        }
        warnOfUnused(used);
        return Optional.of(Match.any(matches));
    }

    private void warnOfUnused(Set<String> used) {
        Yaml.Mapping detection = (Yaml.Mapping) document.get("detection").orElseThrow();
        for (Yaml.Entry entry : detection.entries()) {
            String name = entry.key().text();
            if (!used.contains(name) && !name.equals("condition") && !name.equals("timeframe")) {
                report.add(
                        SigmaCode.SELECTION_UNUSED,
                        entry.key().span(),
                        "the condition does not use the selection '" + name + "'");
            }
        }
    }

    private void checkFormats() {
        checkFormat("id", UUID, "a UUID");
        checkFormat("date", DATE, "a date such as 2026-01-31");
        checkFormat("modified", DATE, "a date such as 2026-01-31");
        checkFormat("level", String.join("|", LEVELS), "informational, low, medium, high or critical");
        checkFormat("status", String.join("|", STATUSES), "stable, test, experimental, deprecated or unsupported");
    }

    private void checkFormat(String key, String format, String expected) {
        document.get(key).ifPresent(value -> {
            if (!(value instanceof Yaml.Scalar scalar)) {
                report.add(SigmaCode.RULE_ATTRIBUTE_FORMAT, value.span(), "'" + key + "' should be " + expected);
            } else if (!scalar.text().matches(format)) {
                report.add(
                        SigmaCode.RULE_ATTRIBUTE_FORMAT,
                        value.span(),
                        "'" + key + "' should be " + expected + ", found '" + scalar.text() + "'");
            }
        });
    }

    private Optional<Yaml> require(String key) {
        Optional<Yaml> value =
                document.get(key).filter(present -> !(present instanceof Yaml.Scalar scalar && scalar.isNull()));
        if (value.isEmpty()) {
            report.add(SigmaCode.RULE_ATTRIBUTE_MISSING, start(), "the rule has no '" + key + "'");
        }
        return value;
    }

    /** The first key: the whole document would be a long span to underline. */
    private Span start() {
        return document.entries().isEmpty()
                ? document.span()
                : document.entries().get(0).key().span();
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Yaml.Entry entry : document.entries()) {
            if (entry.value() instanceof Yaml.Scalar scalar && !scalar.isNull()) {
                attributes.put(entry.key().text(), scalar.text());
            }
        }
        return attributes;
    }
}
