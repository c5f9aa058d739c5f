package io.quarry.sigma;

import io.quarry.data.HiddenColumns;
import io.quarry.data.Type;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import io.quarry.sigma.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins what a rule asks of an event with what its log source asks of the record. */
final class RulePlan {
    private RulePlan() {}

    /** The log source of a rule; empty, with a diagnostic, if no telemetry is known for it. */
    static Optional<LogSource> logSource(Yaml value, Report report) {
        if (!(value instanceof Yaml.Mapping map)) {
            report.add(SigmaCode.RULE_SHAPE, value.span(), "'logsource' needs a map, found " + value.kind());
            return Optional.empty();
        }
        LogSource source = new LogSource(text(map, "product"), text(map, "category"), text(map, "service"));
        if (source.product().isEmpty()
                && source.category().isEmpty()
                && source.service().isEmpty()) {
            report.add(
                    SigmaCode.RULE_ATTRIBUTE_MISSING,
                    map.span(),
                    "'logsource' names no product, no category and no service");
            return Optional.empty();
        }
        if (!isWholeWindows(source) && LogSources.of(source).isEmpty()) {
            report.add(SigmaCode.LOG_SOURCE_UNKNOWN, map.span(), "no telemetry is known for " + source, hints(source));
            return Optional.empty();
        }
        return Optional.of(source);
    }

    /** The plan of a match over the records of a log source, or of all records where there is none. */
    static Optional<Plan> of(Optional<LogSource> source, Match match, Span span, Report report) {
        Lowering lowering = new Lowering(report);
        try {
            return Optional.of(lowering.plan(condition(source, match, span, lowering)));
        } catch (Lowering.TooLarge tooLarge) {
            report.add(CommonCode.LIMIT, span, "the condition grows too large when its counts are written out");
            return Optional.empty();
        }
    }

    private static Expr condition(Optional<LogSource> source, Match match, Span span, Lowering lowering) {
        if (source.isEmpty() || isWholeWindows(source.get())) {
            return lowering.lower(match, Map.of());
        }
        record Reading(Map<String, String> conditions, Map<String, String> fieldNames) {}
        Map<Reading, List<Match>> records = new LinkedHashMap<>();
        for (LogSources.Row row : LogSources.of(source.get())) {
            records.computeIfAbsent(new Reading(row.conditions(), row.fieldNames()), absent -> new ArrayList<>())
                    .add(records(row, span));
        }
        List<Expr> alternatives = new ArrayList<>();
        records.forEach((reading, channels) -> {
            List<Match> parts = new ArrayList<>(List.of(Match.any(channels)));
            reading.conditions().forEach((field, value) -> parts.add(equal(field, List.of(value), span)));
            List<Expr> conjuncts = new ArrayList<>();
            parts.forEach(part -> conjuncts.add(lowering.lower(part, Map.of())));
            conjuncts.add(lowering.lower(match, reading.fieldNames()));
            alternatives.add(new Expr.And(conjuncts));
        });
        return alternatives.size() == 1 ? alternatives.get(0) : new Expr.Or(alternatives);
    }

    private static Match records(LogSources.Row row, Span span) {
        Match channel = equal(HiddenColumns.CHANNEL, List.of(row.channel()), span);
        return row.eventIds().isEmpty()
                ? channel
                : Match.all(List.of(channel, equal(HiddenColumns.EVENT_ID, row.eventIds(), span)));
    }

    private static Match equal(String field, List<String> values, Span span) {
        List<String> patterns = values.stream().map(PatternText::literal).toList();
        return new Match.Test(field, "like", List.of(new Match.Argument.Constant(Type.DYNAMIC, patterns)), span);
    }

    private static boolean isWholeWindows(LogSource source) {
        return source.equals(new LogSource(Optional.of("windows"), Optional.empty(), Optional.empty()));
    }

    private static String[] hints(LogSource source) {
        String wanted = source.category().or(source::service).orElse("");
        List<String> near = Suggestions.near(wanted, LogSources.names());
        if (source.product().isPresent() && !source.product().equals(Optional.of("windows"))) {
            return new String[] {"Quarry reads telemetry of the product windows"};
        }
        return near.stream().map(name -> "did you mean '" + name + "'?").toArray(String[]::new);
    }

    private static Optional<String> text(Yaml.Mapping map, String key) {
        return map.get(key)
                .filter(value -> value instanceof Yaml.Scalar scalar && !scalar.isNull())
                .map(value -> ((Yaml.Scalar) value).text());
    }
}
