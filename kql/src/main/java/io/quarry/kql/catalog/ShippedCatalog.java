package io.quarry.kql.catalog;

import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.TableName;
import io.quarry.data.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The tables that ship for a platform, each read when it is first asked for. Safe for threads. */
final class ShippedCatalog {
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

    /** How the names of tables end that a workspace defines for itself. */
    private static final String CUSTOM_ENDING = "_CL";

    /** What would be written of a table of which only the standard columns are known. */
    private static final String CUSTOM = "open";

    private final Platform platform;
    private final List<Platform> sources;
    private final Map<String, KqlCatalog.Entry> known = new ConcurrentHashMap<>();

    /** @param sources the platforms whose tables there are */
    ShippedCatalog(Platform platform, Platform... sources) {
        this.platform = platform;
        this.sources = List.of(sources);
    }

    Platform platform() {
        return platform;
    }

    List<String> names() {
        return sources.stream()
                .flatMap(source -> ShippedTables.names(source).stream())
                .sorted()
                .distinct()
                .toList();
    }

    Optional<KqlCatalog.Entry> find(String name) {
        KqlCatalog.Entry before = known.get(name);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<KqlCatalog.Entry> read = sources.stream()
                .flatMap(source -> line(source, name).map(line -> entry(source, name, line)).stream())
                .reduce(ShippedCatalog::merged);
        read.ifPresent(entry -> known.put(name, entry));
        return read;
    }

    /** All that ships, by name. */
    Map<String, KqlCatalog.Entry> all() {
        Map<String, KqlCatalog.Entry> all = new TreeMap<>();
        for (Platform source : sources) {
            ShippedTables.lines(source)
                    .forEach((name, line) -> all.merge(name, entry(source, name, line), ShippedCatalog::merged));
        }
        return all;
    }

    /** What the reference says of a table; some are a workspace's own. */
    private static Optional<String> line(Platform source, String name) {
        return ShippedTables.line(source, name)
                .or(() -> name.endsWith(CUSTOM_ENDING) ? Optional.of(CUSTOM) : Optional.empty());
    }

    private KqlCatalog.Entry entry(Platform source, String name, String line) {
        String[] words = line.split(" ");
        KqlCatalog.Kind kind = KqlCatalog.Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
        List<Field> fields = new ArrayList<>(words.length + STANDARD.size());
        for (int i = 1; i < words.length; i++) {
            int colon = words[i].length() - 2;
            fields.add(new Field(words[i].substring(0, colon), ShippedTables.type(words[i].charAt(colon + 1))));
        }
        boolean standard = source == Platform.SENTINEL || line.equals(CUSTOM);
        if (standard && kind != KqlCatalog.Kind.PARSER) {
            addStandard(fields);
        }
        return new KqlCatalog.Entry(kind, new TableName(platform, name), new Schema(fields));
    }

    private static void addStandard(List<Field> fields) {
        List<String> listed = fields.stream().map(Field::name).toList();
        for (Field field : STANDARD) {
            if (!listed.contains(field.name())) {
                fields.add(field);
            }
        }
    }

    /** One table of two platforms: the columns of both; where their types differ, dynamic if one is, else the first one's. */
    private static KqlCatalog.Entry merged(KqlCatalog.Entry one, KqlCatalog.Entry other) {
        Map<String, Field> fields = new LinkedHashMap<>();
        one.schema().fields().forEach(field -> fields.put(field.name(), field));
        for (Field field : other.schema().fields()) {
            if (field.type() == Type.DYNAMIC) {
                fields.put(field.name(), field);
            } else {
                fields.putIfAbsent(field.name(), field);
            }
        }
        return new KqlCatalog.Entry(other.kind(), one.name(), new Schema(List.copyOf(fields.values())));
    }
}
