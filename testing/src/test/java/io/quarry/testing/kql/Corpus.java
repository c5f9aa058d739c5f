package io.quarry.testing.kql;

import io.quarry.data.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Published queries, in a folder {@code shared} beside the project or one above. */
final class Corpus {
    private static final String FILE = "shared/data/kql/corpus.jsonl";

    /** One query. */
    record Query(String id, String text, boolean valid, Platform platform) {}

    private Corpus() {}

    /** The queries; empty where the folder is absent. */
    static Optional<List<Query>> queries() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isRegularFile(folder.resolve(FILE))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            return Optional.empty();
        }
        List<Query> queries = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(FILE))) {
            queries.add(query(line));
        }
        return Optional.of(queries);
    }

    private static Query query(String line) {
        String id = "";
        String text = "";
        boolean valid = false;
        List<String> platforms = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "id" -> id = json.getString();
                    case "query" -> text = json.getString();
                    case "label" -> valid = json.getString().equals("valid");
                    case "valid_on" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            platforms.add(json.getString());
                        }
                    }
                    default -> json.skipChildren();
                }
            }
        }
        return new Query(id, text, valid, platforms.contains("defender") ? Platform.DEFENDER : Platform.SENTINEL);
    }
}
