package io.quarry.kql.catalog;

import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables that a query may name on a platform, and which of them have rows where it will run. A table that is named is
 * always read; of the hundreds that a wildcard stands for, only those that have rows. Immutable, safe for threads.
 */
public final class KqlCatalog {
    /** What a name in the catalogue stands for. */
    public enum Kind {
        TABLE,
        /** A table to which a workspace adds columns of its own. */
        OPEN,
        /** A function without required arguments that gives a table. */
        PARSER
    }

    /** A name of the catalogue. */
    public record Entry(Kind kind, TableName name, Schema schema) {}

    private static final KqlCatalog DEFENDER = shipped(Platform.DEFENDER, Platform.DEFENDER);
    private static final KqlCatalog SENTINEL = shipped(Platform.SENTINEL, Platform.SENTINEL);
    private static final KqlCatalog UNIFIED = shipped(Platform.UNIFIED, Platform.DEFENDER, Platform.SENTINEL);

    private final ShippedCatalog shipped;
    private final Map<String, Entry> extras;
    private final Set<String> atHand;
    private final Map<String, String> parameters;
    private final SideInputs sideInputs;

    private KqlCatalog(
            ShippedCatalog shipped,
            Map<String, Entry> extras,
            Set<String> atHand,
            Map<String, String> parameters,
            SideInputs sideInputs) {
        this.shipped = shipped;
        this.extras = Map.copyOf(extras);
        this.atHand = Set.copyOf(atHand);
        this.parameters = Map.copyOf(parameters);
        this.sideInputs = sideInputs;
    }

    private static KqlCatalog shipped(Platform platform, Platform... sources) {
        return new KqlCatalog(new ShippedCatalog(platform, sources), Map.of(), Set.of(), Map.of(), SideInputs.UNKNOWN);
    }

    /**
     * The tables of Defender XDR, of Sentinel, or of both together. None is said to have rows.
     *
     * @throws IllegalArgumentException for a platform that has no KQL
     */
    public static KqlCatalog of(Platform platform) {
        return switch (platform) {
            case DEFENDER -> DEFENDER;
            case SENTINEL -> SENTINEL;
            case UNIFIED -> UNIFIED;
            case QRADAR, SIGMA -> throw new IllegalArgumentException("no KQL on " + platform.label());
        };
    }

    /** This catalogue and one more table, which has rows; it hides a shipped one of its name. */
    public KqlCatalog with(TableName name, Schema schema) {
        Map<String, Entry> more = new HashMap<>(extras);
        more.put(name.name(), new Entry(Kind.TABLE, name, schema));
        return new KqlCatalog(shipped, more, atHand, parameters, sideInputs).withRowsIn(Set.of(name.name()));
    }

    /** This catalogue, where those tables have rows too. */
    public KqlCatalog withRowsIn(Set<String> tables) {
        Set<String> more = new HashSet<>(atHand);
        more.addAll(tables);
        return new KqlCatalog(shipped, extras, more, parameters, sideInputs);
    }

    /** This catalogue for queries that are given values of the parameters that they declare, as texts by name. */
    public KqlCatalog withParameters(Map<String, String> values) {
        return new KqlCatalog(shipped, extras, atHand, values, sideInputs);
    }

    /** The parameters for which values are given with the query. */
    public Set<String> parameters() {
        return new TreeSet<>(parameters.keySet());
    }

    /** The value that is given with the query for a parameter, as text. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** This catalogue for queries that read these files beside the tables. */
    public KqlCatalog reading(SideInputs files) {
        return new KqlCatalog(shipped, extras, atHand, parameters, files);
    }

    public SideInputs sideInputs() {
        return sideInputs;
    }

    public Platform platform() {
        return shipped.platform();
    }

    /** The columns of a table, in the reference's order. */
    public Optional<Schema> table(String name) {
        return find(name).map(Entry::schema);
    }

    /** The names of all tables, sorted. */
    public List<String> tableNames() {
        TreeSet<String> names = new TreeSet<>(extras.keySet());
        names.addAll(shipped.names());
        return List.copyOf(names);
    }

    /** True for a table that has rows where the query will run. */
    public boolean isAtHand(String table) {
        return atHand.contains(table);
    }

    public Optional<Entry> find(String name) {
        Entry extra = extras.get(name);
        return extra != null ? Optional.of(extra) : shipped.find(name);
    }

    /** The tables whose names fit a pattern, where {@code *} is any text, by name. */
    public List<Entry> matching(String pattern) {
        NamePattern names = new NamePattern(pattern);
        Map<String, Entry> all = new TreeMap<>(shipped.all());
        all.putAll(extras);
        return all.values().stream()
                .filter(entry -> entry.kind() != Kind.PARSER)
                .filter(entry -> names.fits(entry.name().name()))
                .toList();
    }
}
