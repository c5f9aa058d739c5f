package io.quarry.detect.reference;

import io.quarry.aql.reference.Asset;
import io.quarry.functions.aql.Address;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Assets from a file: one a row, with the columns {@code address} (several parted by blanks), {@code hostname}, {@code
 * username}, {@code since} (milliseconds since 1970), {@code domain}, {@code searches} (names parted by semicolons), and any
 * other column as a property; or a list of objects as QRadar's API gives it.
 */
final class AssetFile {
    private static final Set<String> NO_PROPERTIES = Set.of("address", "since", "domain", "domain_id", "searches");

    private AssetFile() {}

    static List<Asset> read(Path file) {
        NamedRows rows = NamedRows.read(file);
        return rows.rows().stream()
                .map(row -> row.get("interfaces") instanceof List<?> interfaces
                        ? ofApi(rows, row, interfaces)
                        : ofRow(rows, row))
                .toList();
    }

    private static Asset ofRow(NamedRows rows, Map<String, Object> row) {
        Map<String, String> properties = new HashMap<>();
        row.forEach((name, value) -> {
            if (!NO_PROPERTIES.contains(name)) {
                properties.put(name, value.toString());
            }
        });
        List<String> searches = rows.text(row, "searches")
                .map(text -> Arrays.asList(text.split(";")))
                .orElse(List.of());
        return new Asset(
                addresses(rows, List.of(rows.required(row, "address").strip().split("\\s+"))),
                rows.number(row, "domain", "domain_id"),
                rows.number(row, "since"),
                properties,
                Set.copyOf(searches.stream().map(String::strip).toList()));
    }

    private static Asset ofApi(NamedRows rows, Map<String, Object> row, List<?> interfaces) {
        List<String> addresses = new ArrayList<>();
        for (Object port : interfaces) {
            items(port, "ip_addresses")
                    .forEach(address -> value(address, "value").ifPresent(addresses::add));
        }
        Map<String, String> properties = new HashMap<>();
        items(row, "properties").forEach(property -> value(property, "name")
                .ifPresent(name -> value(property, "value").ifPresent(value -> properties.put(name, value))));
        items(row, "hostnames").stream()
                .flatMap(host -> value(host, "name").stream())
                .findFirst()
                .ifPresent(name -> properties.put(Asset.HOST_NAME, name));
        items(row, "users").stream()
                .flatMap(user -> value(user, "username").stream())
                .findFirst()
                .ifPresent(name -> properties.put(Asset.USER, name));
        return new Asset(
                addresses(rows, addresses), rows.number(row, "domain_id"), OptionalLong.empty(), properties, Set.of());
    }

    private static List<String> addresses(NamedRows rows, List<String> written) {
        for (String address : written) {
            if (Address.parse(address).isEmpty()) {
                throw NamedRows.damaged(rows.file(), "'" + address + "' is no address");
            }
        }
        return written;
    }

    private static List<?> items(Object object, String name) {
        return object instanceof Map<?, ?> bag && bag.get(name) instanceof List<?> list ? list : List.of();
    }

    private static java.util.Optional<String> value(Object object, String name) {
        return object instanceof Map<?, ?> bag && bag.get(name) != null
                ? java.util.Optional.of(bag.get(name).toString())
                : java.util.Optional.empty();
    }
}
