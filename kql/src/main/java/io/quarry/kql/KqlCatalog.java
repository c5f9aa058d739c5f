package io.quarry.kql;

import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.TableName;
import io.quarry.data.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables that a query may name on a platform. Immutable, safe for threads. The shipped tables are read when first
 * asked for, each by itself.
 */
public final class KqlCatalog {
    /** Columns that every Sentinel table answers to, listed for it or not. */
    private static final List<Field> STANDARD = List.of(
            new Field("_ItemId", Type.STRING),
            new Field("_TimeReceived", Type.DATETIME),
            new Field("_ResourceId", Type.STRING),
            new Field("_SubscriptionId", Type.STRING),
            new Field("_IsBillable", Type.STRING),
            new Field("_BilledSize", Type.REAL),
            new Field("Type", Type.STRING),
            new Field("TenantId", Type.STRING),
            new Field("SourceSystem", Type.STRING),
            new Field("MG", Type.STRING),
            new Field("TimeGenerated", Type.DATETIME));

    /** What the shipped tables would say of a table of which only the standard columns are known. */
    private static final String CUSTOM = "open";

    /** What a name in the catalogue stands for. */
    enum Kind {
        TABLE,
        /** A table to which a workspace adds columns of its own. */
        OPEN,
        /** A function without required arguments that gives a table. */
        PARSER
    }

    /** A name of the catalogue. */
    record Entry(Kind kind, TableName name, Schema schema) {}

    private static final KqlCatalog DEFENDER = new KqlCatalog(Platform.DEFENDER, Map.of());
    private static final KqlCatalog SENTINEL = new KqlCatalog(Platform.SENTINEL, Map.of());
    private static final KqlCatalog UNIFIED = new KqlCatalog(Platform.UNIFIED, Map.of());

    private final Platform platform;
    private final Map<String, Entry> extras;

    /** The shipped tables that were asked for. */
    private final Map<String, Entry> shipped = new ConcurrentHashMap<>();

    private KqlCatalog(Platform platform, Map<String, Entry> extras) {
        this.platform = platform;
        this.extras = extras;
    }

    /**
     * The tables of Defender XDR, of Sentinel, or of both together.
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

    /** This catalogue and one more table; it hides a shipped one of its name. */
    public KqlCatalog with(TableName name, Schema schema) {
        Map<String, Entry> more = new HashMap<>(extras);
        more.put(name.name(), new Entry(Kind.TABLE, name, schema));
        return new KqlCatalog(platform, Map.copyOf(more));
    }

    public Platform platform() {
        return platform;
    }

    /** The columns of a table, in the reference's order. */
    public Optional<Schema> table(String name) {
        return find(name).map(Entry::schema);
    }

    /** The names of all tables, sorted. */
    public List<String> tableNames() {
        TreeSet<String> names = new TreeSet<>(extras.keySet());
        sources().forEach(source -> names.addAll(ShippedTables.names(source)));
        return List.copyOf(names);
    }

    Optional<Entry> find(String name) {
        Entry known = extras.getOrDefault(name, shipped.get(name));
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Entry> read = sources().stream()
                .flatMap(source -> line(source, name).map(line -> entry(source, name, line)).stream())
                .reduce(KqlCatalog::merged);
        read.ifPresent(entry -> shipped.put(name, entry));
        return read;
    }

    /** The platforms whose tables there are. */
    private List<Platform> sources() {
        return platform == Platform.UNIFIED ? List.of(Platform.DEFENDER, Platform.SENTINEL) : List.of(platform);
    }

    /** What the reference says of a table; a Sentinel workspace defines some for itself. */
    private static Optional<String> line(Platform source, String name) {
        boolean isCustom = source == Platform.SENTINEL && name.endsWith("_CL");
        return ShippedTables.line(source, name).or(() -> isCustom ? Optional.of(CUSTOM) : Optional.empty());
    }

    private Entry entry(Platform source, String name, String line) {
        String[] words = line.split(" ");
        Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
        List<Field> fields = new ArrayList<>(words.length + STANDARD.size());
        for (int i = 1; i < words.length; i++) {
            int colon = words[i].length() - 2;
            fields.add(new Field(words[i].substring(0, colon), ShippedTables.type(words[i].charAt(colon + 1))));
        }
        if (source == Platform.SENTINEL && kind != Kind.PARSER) {
            addStandard(fields);
        }
        return new Entry(kind, new TableName(platform, name), new Schema(fields));
    }

    /** One table of two platforms: the columns of both; where their types differ, dynamic if one is, else the first one's. */
    private static Entry merged(Entry one, Entry other) {
        Map<String, Field> fields = new LinkedHashMap<>();
        one.schema().fields().forEach(field -> fields.put(field.name(), field));
        for (Field field : other.schema().fields()) {
            if (field.type() == Type.DYNAMIC) {
                fields.put(field.name(), field);
            } else {
                fields.putIfAbsent(field.name(), field);
            }
        }
        return new Entry(other.kind(), one.name(), new Schema(List.copyOf(fields.values())));
    }

    private static void addStandard(List<Field> fields) {
        List<String> listed = fields.stream().map(Field::name).toList();
        for (Field field : STANDARD) {
            if (!listed.contains(field.name())) {
                fields.add(field);
            }
        }
    }
}
