package io.quarry.aql.catalog;

import io.quarry.aql.reference.ReferenceData;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.TableName;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables, columns and readings that queries are compiled against. Immutable; safe for threads. */
public final class AqlCatalog {
    /** {@code events}, which all log sources fill. */
    public static final TableName EVENTS = new TableName(Platform.QRADAR, "events");

    /** {@code flows}, the network connections that a flow collector sees. No telemetry fills it. */
    public static final TableName FLOWS = new TableName(Platform.QRADAR, "flows");

    /** {@code simarc}, the network connections of Risk Manager. Neither its columns are known, nor is it ever filled. */
    public static final TableName SIMARC = new TableName(Platform.QRADAR, "simarc");

    private static final AqlCatalog STANDARD = new AqlCatalog(
            Map.of(
                    "events",
                    CatalogFiles.events(),
                    "flows",
                    CatalogFiles.flows(),
                    "simarc",
                    new AqlTable(SIMARC, new AqlColumns(List.of()))),
            AqlSwitch.standard(),
            ReferenceData.UNKNOWN,
            Map.of());

    private final Map<String, AqlTable> tables;
    private final Set<AqlSwitch> switches;
    private final ReferenceData reference;
    private final Map<String, String> parameters;

    private AqlCatalog(
            Map<String, AqlTable> tables,
            Set<AqlSwitch> switches,
            ReferenceData reference,
            Map<String, String> parameters) {
        this.tables = tables;
        this.switches = switches;
        this.reference = reference;
        this.parameters = Map.copyOf(parameters);
    }

    /** {@code events} with its built-in columns and the custom properties known for Windows data, and {@code flows}. */
    public static AqlCatalog standard() {
        return STANDARD;
    }

    /**
     * This catalog with a table more, or another one under that name. A column that the table of that name, else {@code
     * events}, has under the same name is what it is there.
     */
    public AqlCatalog with(TableName name, Schema schema) {
        AqlColumns known = table(name.name()).orElse(tables.get("events")).columns();
        List<AqlColumn> columns = schema.fields().stream()
                .map(field -> known.quoted(field.name())
                        .filter(column -> column.name().equals(field.name())
                                && column.type().engine() == field.type())
                        .orElseGet(() -> new AqlColumn(
                                field.name(),
                                AqlType.of(field.type()),
                                AqlColumn.Content.ANY,
                                AqlColumn.Origin.BUILT_IN)))
                .toList();
        return plus(new AqlTable(name, new AqlColumns(columns)));
    }

    /** This catalog with custom properties more, as a pack declares them; what is known already stays what it is. */
    public AqlCatalog withProperties(Map<String, AqlType> properties) {
        AqlTable events = tables.get("events");
        List<AqlColumn> columns = properties.entrySet().stream()
                .filter(property -> events.columns().bare(property.getKey()).isEmpty())
                .map(property -> new AqlColumn(
                        property.getKey(), property.getValue(), AqlColumn.Content.ANY, AqlColumn.Origin.PACK))
                .toList();
        return plus(new AqlTable(events.name(), events.columns().plus(columns)));
    }

    /** This catalog with a reading taken. */
    public AqlCatalog on(AqlSwitch reading) {
        Set<AqlSwitch> more = EnumSet.copyOf(switches);
        more.add(reading);
        return new AqlCatalog(tables, more, reference, parameters);
    }

    /** This catalog with a reading not taken. */
    public AqlCatalog off(AqlSwitch reading) {
        Set<AqlSwitch> fewer = EnumSet.copyOf(switches);
        fewer.remove(reading);
        return new AqlCatalog(tables, fewer, reference, parameters);
    }

    /** This catalog with other readings where they decide. */
    public AqlCatalog with(AqlReadings readings) {
        AqlCatalog catalog = this;
        for (Map.Entry<AqlSwitch, Boolean> decision : readings.decided().entrySet()) {
            catalog = decision.getValue() ? catalog.on(decision.getKey()) : catalog.off(decision.getKey());
        }
        return catalog;
    }

    public boolean isOn(AqlSwitch reading) {
        return switches.contains(reading);
    }

    /** This catalog with other data to look things up in. */
    public AqlCatalog reading(ReferenceData data) {
        return new AqlCatalog(tables, switches, data, parameters);
    }

    /** This catalog for templates whose placeholders are given values, as texts by name. */
    public AqlCatalog withParameters(Map<String, String> values) {
        return new AqlCatalog(tables, switches, reference, values);
    }

    /** The values that are given for placeholders, by name. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** What lookups read. */
    public ReferenceData reference() {
        return reference;
    }

    /** The table of a name in any letter case. */
    public Optional<AqlTable> table(String name) {
        return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
    }

    public List<String> tableNames() {
        return tables.keySet().stream().sorted().toList();
    }

    private AqlCatalog plus(AqlTable table) {
        Map<String, AqlTable> more = new LinkedHashMap<>(tables);
        more.put(table.name().name().toLowerCase(Locale.ROOT), table);
        return new AqlCatalog(more, switches, reference, parameters);
    }
}
