package io.quarry.testing.qt;

import io.quarry.aql.reference.Asset;
import io.quarry.aql.reference.ElementType;
import io.quarry.aql.reference.NameList;
import io.quarry.aql.reference.Network;
import io.quarry.aql.reference.Offense;
import io.quarry.aql.reference.ReferenceCollection;
import io.quarry.aql.reference.ReferenceData;
import io.quarry.aql.reference.ShippedNames;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.functions.lookup.GeoDatabase;
import io.quarry.plan.SourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the AQL of a file looks up, in tables whose names have a colon or say what they are:
 *
 * <ul>
 *   <li>{@code set:NAME (TYPE: string)}, {@code map:NAME (key: string, TYPE: string)}, {@code mapofsets:NAME (key: string,
 *       TYPE: string)}, {@code reftable:NAME (key: string, COLUMN: string, ...)}: collections; TYPE is an {@link ElementType}
 *   <li>{@code names:LIST (number: string, name: string)}: a {@link NameList}; without it, {@link ShippedNames}
 *   <li>{@code assets (address: string, since: long, domain: long, search: string, PROPERTY: string, ...)}
 *   <li>{@code networks (range: string, name: string, domain: long)}
 *   <li>{@code places (address: string, place: dynamic)}
 *   <li>{@code offenses (number: long, start: long, end: long)}
 *   <li>{@code search:NAME (text: string)}: a saved search
 * </ul>
 */
record QtReferenceData(List<QtTable> tables) implements ReferenceData {
    private static final int FIRST_PROPERTY = 4;

    @Override
    public Optional<ReferenceCollection> collection(String name) {
        return Optional.<ReferenceCollection>empty()
                .or(() -> table("set:" + name).map(QtReferenceData::members))
                .or(() -> table("map:" + name).map(QtReferenceData::values))
                .or(() -> table("mapofsets:" + name).map(QtReferenceData::membersByKey))
                .or(() -> table("reftable:" + name).map(QtReferenceData::cells));
    }

    @Override
    public List<String> collections() {
        return tables.stream()
                .map(QtTable::name)
                .filter(name -> name.matches("(set|map|mapofsets|reftable):.*"))
                .map(name -> name.substring(name.indexOf(':') + 1))
                .sorted()
                .toList();
    }

    @Override
    public Optional<Map<String, String>> names(NameList list) {
        return table("names:" + list)
                .<Map<String, String>>map(table -> {
                    Map<String, String> names = new HashMap<>();
                    table.rows().rows().forEach(row -> names.put(text(row, 0), text(row, 1)));
                    return names;
                })
                .or(() -> ShippedNames.of(list));
    }

    @Override
    public Optional<List<Asset>> assets() {
        return table("assets").map(table -> table.rows().rows().stream()
                .map(row -> asset(table.rows().schema(), row))
                .toList());
    }

    private static Asset asset(Schema schema, Object[] row) {
        Map<String, String> properties = new HashMap<>();
        for (int i = FIRST_PROPERTY; i < row.length; i++) {
            if (row[i] != null) {
                properties.put(schema.field(i).name(), text(row, i));
            }
        }
        Set<String> searches = row[3] == null ? Set.of() : Set.of(text(row, 3));
        return new Asset(List.of(text(row, 0)), number(row, 2), number(row, 1), properties, searches);
    }

    @Override
    public Optional<List<Network>> networks() {
        return table("networks").map(table -> table.rows().rows().stream()
                .map(row -> new Network(text(row, 0), text(row, 1), number(row, 2)))
                .toList());
    }

    @Override
    public Optional<GeoDatabase> places() {
        return table("places")
                .map(table -> address -> table.rows().rows().stream()
                        .filter(row -> row[0].equals(address))
                        .map(row -> place(row[1]))
                        .findFirst());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> place(Object bag) {
        return (Map<String, Object>) bag;
    }

    @Override
    public Optional<Offense> offense(long number) {
        return table("offenses").flatMap(table -> table.rows().rows().stream()
                .filter(row -> row[0].equals(number))
                .map(row -> new Offense((Long) row[1], (Long) row[2]))
                .findFirst());
    }

    @Override
    public Optional<SourceText> savedSearch(String name) {
        return table("search:" + name)
                .map(table -> new SourceText(name, text(table.rows().rows().get(0), 0)));
    }

    private static ReferenceCollection members(QtTable table) {
        Set<String> values = new HashSet<>();
        table.rows().rows().forEach(row -> values.add(text(row, 0)));
        return new ReferenceCollection.Members(type(table, 0), values);
    }

    private static ReferenceCollection values(QtTable table) {
        Map<String, String> values = new HashMap<>();
        table.rows().rows().forEach(row -> values.put(text(row, 0), text(row, 1)));
        return new ReferenceCollection.Values(type(table, 1), values);
    }

    private static ReferenceCollection membersByKey(QtTable table) {
        Map<String, Set<String>> members = new HashMap<>();
        table.rows().rows().forEach(row -> members.computeIfAbsent(text(row, 0), key -> new HashSet<>())
                .add(text(row, 1)));
        return new ReferenceCollection.MembersByKey(type(table, 1), members);
    }

    private static ReferenceCollection cells(QtTable table) {
        List<Field> columns = table.rows().schema().fields();
        Map<String, ElementType> types = new HashMap<>();
        columns.subList(1, columns.size()).forEach(column -> types.put(column.name(), ElementType.ALN));
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (Object[] row : table.rows().rows()) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 1; i < row.length; i++) {
                if (row[i] != null) {
                    cells.put(columns.get(i).name(), text(row, i));
                }
            }
            rows.put(text(row, 0), cells);
        }
        return new ReferenceCollection.Table(types, rows);
    }

    private static ElementType type(QtTable table, int column) {
        return ElementType.valueOf(table.rows().schema().field(column).name().toUpperCase(Locale.ROOT));
    }

    private Optional<QtTable> table(String name) {
        return tables.stream()
                .filter(table -> table.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static String text(Object[] row, int column) {
        return String.valueOf(row[column]);
    }

    private static OptionalLong number(Object[] row, int column) {
        return row[column] == null ? OptionalLong.empty() : OptionalLong.of((Long) row[column]);
    }
}
