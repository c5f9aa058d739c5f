package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.ForeignTable;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names to columns and aliases. */
final class NameAnalyzer {
    /** Names that authors take for columns, and what gives their value. */
    private static final Map<String, String> MEANT = Map.of(
            "logsource", "LOGSOURCENAME(logsourceid)",
            "logsourcename", "LOGSOURCENAME(logsourceid)",
            "logsourcetype", "LOGSOURCETYPENAME(devicetype)",
            "logsourcetypename", "LOGSOURCETYPENAME(devicetype)",
            "eventname", "QIDNAME(qid)",
            "qidname", "QIDNAME(qid)",
            "categoryname", "CATEGORYNAME(category)",
            "protocol", "PROTOCOLNAME(protocolid)",
            "current_timestamp", "NOW()");

    /** Names of other products for what has another name here. */
    private static final Map<String, String> FOREIGN = Map.of(
            "eventtime", "the times of an event are starttime, endtime and devicetime",
            "event_time", "the times of an event are starttime, endtime and devicetime",
            "timestamp", "the times of an event are starttime, endtime and devicetime",
            "current_date", "NOW() - NOW() % 86400000 is the beginning of the day in UTC",
            "bytessent", "flows count sourcebytes and destinationbytes",
            "bytesreceived", "flows count sourcebytes and destinationbytes",
            "distinct", "write GROUP BY for rows without repetition");

    private static final String TYPE_ID = "logsourcetypeid";

    private final QueryScope scope;
    private final Set<AqlColumn> reported = new HashSet<>();

    NameAnalyzer(QueryScope scope) {
        this.scope = scope;
    }

    /** The alias or column of a name; unknown ones are reported. */
    Typed resolve(Expression.Name name) {
        Optional<Typed> alias = scope.alias(name.text()).or(() -> scope.session(name.text()));
        Optional<AqlColumn> column = find(name);
        if (alias.isPresent() && (column.isEmpty() || !scope.prefersColumn(alias.get()))) {
            return alias.get();
        }
        if (column.isEmpty()) {
            return unknown(name);
        }
        if (column.get().origin().isExtra() && reported.add(column.get())) {
            reportExtra(name.span(), column.get());
        }
        return scope.rows().read(column.get());
    }

    /** True if a name is no alias and no known column, and means nothing that {@link #resolve} could say. */
    boolean isUnknown(Expression.Name name) {
        return scope.rows().areKnown()
                && scope.alias(name.text()).isEmpty()
                && find(name).isEmpty()
                && unprefixed(name).isEmpty()
                && !MEANT.containsKey(fold(name))
                && !fold(name).equals(TYPE_ID)
                && (name.quoted() || !Suggestions.isSlipOf(name.text(), candidates()));
    }

    void reportTextWithoutQuotes(Expression.Name name) {
        String text = "'" + name.text().replace("'", "''") + "'";
        scope.findings()
                .add(
                        Repair.replace("write the text " + text, name.span(), text),
                        AqlCode.TEXT_QUOTES,
                        name.span(),
                        "Field \"" + name.text() + "\" does not exist in catalog \""
                                + scope.rows().shownName() + "\"",
                        "a text stands in single quotes: " + text);
    }

    private Optional<AqlColumn> find(Expression.Name name) {
        return name.quoted()
                ? scope.rows().columns().quoted(name.text())
                : scope.rows().columns().bare(name.text());
    }

    /** A name with hyphens, which reads as a subtraction unless a column has exactly that name. */
    Optional<AqlColumn> hyphened(Expression.Binary binary) {
        if (binary.operator() != BinaryOperator.SUBTRACT || !(binary.right() instanceof Expression.Name)) {
            return Optional.empty();
        }
        String written = scope.findings().source().slice(binary.span());
        boolean isName = written.length() < 100 && written.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '(');
        return isName ? scope.rows().columns().bare(written) : Optional.empty();
    }

    private void reportExtra(Span span, AqlColumn column) {
        scope.findings()
                .add(
                        AqlCode.CUSTOM_PROPERTY,
                        span,
                        "\"" + column.name() + "\" is a custom property that a stock system lacks; it comes from "
                                + column.origin().shown());
    }

    private Typed unknown(Expression.Name name) {
        if (scope.rows().isTable() && scope.rows().columns().all().isEmpty()) {
            scope.findings()
                    .add(
                            AqlCode.UNKNOWN_COLUMNS,
                            name.span(),
                            "the columns of " + scope.rows().shownName() + " are not known; " + name.text()
                                    + " is taken for one of them");
            return Typed.nothing();
        }
        if (mayBeProperty(name)) {
            AqlColumn property =
                    new AqlColumn(name.text(), AqlType.STRING, AqlColumn.Content.ANY, AqlColumn.Origin.SITE);
            if (reported.add(property)) {
                reportProperty(name);
            }
            return scope.rows().read(property);
        }
        if (scope.rows().areKnown()) {
            reportUnknown(name);
        }
        return Typed.nothing();
    }

    /** True for a name that a site may have given to a property of its own. */
    private boolean mayBeProperty(Expression.Name name) {
        boolean isTaken = MEANT.containsKey(fold(name)) || fold(name).equals(TYPE_ID);
        return scope.rows().hasProperties()
                && scope.catalog().isOn(AqlSwitch.UNKNOWN_PROPERTIES)
                && !isTaken
                && (name.quoted() || mayBeBareProperty(name.text()));
    }

    /** A bare name that resembles a known one, or is one elsewhere, is taken for a mistake. */
    private boolean mayBeBareProperty(String name) {
        return tableOf(name).isEmpty()
                && name.indexOf('.') < 0
                && !FOREIGN.containsKey(name.toLowerCase(Locale.ROOT))
                && !Suggestions.isSlipOf(name, candidates());
    }

    /** The first table that has a column of that name. */
    private Optional<String> tableOf(String column) {
        return scope.catalog().tableNames().stream()
                .filter(table -> scope.catalog()
                        .table(table)
                        .orElseThrow()
                        .columns()
                        .bare(column)
                        .isPresent())
                .findFirst();
    }

    private void reportProperty(Expression.Name name) {
        String message =
                "no property \"" + name.text() + "\" is known; QRadar refuses the query unless the site defines it";
        Optional<AqlColumn> meant = scope.rows().columns().bare(name.text().strip());
        if (meant.isPresent()) {
            String written = written(meant.get().name());
            Repair repair = Repair.replace("write " + written, name.span(), written);
            scope.findings().add(repair, AqlCode.UNKNOWN_PROPERTY, name.span(), message, "write " + written);
            return;
        }
        scope.findings().add(AqlCode.UNKNOWN_PROPERTY, name.span(), message, hints(name));
    }

    private static String fold(Expression.Name name) {
        return name.text().toLowerCase(Locale.ROOT);
    }

    private void reportUnknown(Expression.Name name) {
        String message = "Field \"" + name.text() + "\" does not exist in catalog \""
                + scope.rows().shownName() + "\"";
        String folded = fold(name);
        if (folded.equals(TYPE_ID) && scope.rows().isTable()) {
            Repair repair = Repair.replace("write devicetype", name.span(), "devicetype");
            scope.findings().add(repair, AqlCode.LOG_SOURCE_TYPE_ID, name.span(), message, "write devicetype");
            return;
        }
        String meant = MEANT.get(folded);
        if (meant != null && scope.rows().isTable()) {
            Repair repair = Repair.replace("write " + meant, name.span(), meant);
            scope.findings().add(repair, AqlCode.UNKNOWN_FIELD, name.span(), message, "write " + meant);
            return;
        }
        Optional<String> ofOther = instead(name);
        if (ofOther.isPresent()) {
            scope.findings().add(AqlCode.UNKNOWN_FIELD, name.span(), message, ofOther.get());
            return;
        }
        Optional<AqlColumn> unprefixed = unprefixed(name);
        if (unprefixed.isPresent()) {
            String written = written(unprefixed.get().name());
            scope.findings()
                    .add(
                            Repair.replace("remove the prefix", name.span(), written),
                            AqlCode.UNKNOWN_FIELD,
                            name.span(),
                            message,
                            "AQL has no prefix for a table; write " + written);
            return;
        }
        scope.findings().add(AqlCode.UNKNOWN_FIELD, name.span(), message, hints(name));
    }

    /** What says the same as a name like {@code assets.hostname}, of something that is no table. */
    private static Optional<String> instead(Expression.Name name) {
        int dot = name.text().indexOf('.');
        return dot > 0 && !name.quoted() ? ForeignTable.instead(name.text().substring(0, dot)) : Optional.empty();
    }

    /** The column of a name like {@code e.sourceip}; a join makes it unclear of which table it is. */
    private Optional<AqlColumn> unprefixed(Expression.Name name) {
        int dot = name.text().indexOf('.');
        boolean isClear = dot > 0
                && (name.text().substring(0, dot).equalsIgnoreCase(scope.rows().shownName())
                        || !scope.findings().has(AqlCode.JOIN));
        return isClear && !name.quoted()
                ? scope.rows().columns().bare(name.text().substring(dot + 1))
                : Optional.empty();
    }

    private List<String> candidates() {
        List<String> candidates = new ArrayList<>(scope.aliasNames());
        scope.rows().columns().all().forEach(column -> candidates.add(column.name()));
        return candidates;
    }

    private String[] hints(Expression.Name name) {
        String foreign = FOREIGN.get(fold(name));
        if (foreign != null) {
            return new String[] {foreign};
        }
        List<String> near = Suggestions.near(name.text(), candidates());
        String column = name.text().substring(name.text().indexOf('.') + 1);
        Optional<String> other = near.isEmpty() ? tableOf(column) : Optional.empty();
        if (other.isPresent()) {
            return new String[] {"the table " + other.get() + " has a field of that name"};
        }
        return near.isEmpty()
                ? new String[0]
                : new String[] {
                    "did you mean "
                            + String.join(
                                    ", ",
                                    near.stream().map(NameAnalyzer::written).toList())
                };
    }

    private static String written(String name) {
        return name.matches("[a-z][a-z0-9_]*") ? name : "\"" + name + "\"";
    }
}
