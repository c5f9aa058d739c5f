package io.quarry.testing.aql;

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

/** Collected queries, in a folder {@code shared} beside the project or one above. */
final class Corpus {
    private static final String FILE = "shared/data/aql/corpus.jsonl";

    private Corpus() {}

    /** The texts of the queries, right and wrong ones; empty where the folder is absent. */
    static Optional<List<String>> queries() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isRegularFile(folder.resolve(FILE))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            return Optional.empty();
        }
        List<String> queries = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(FILE))) {
            queries.add(query(line));
        }
        return Optional.of(queries);
    }

    private static String query(String line) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("query")) {
                    return json.getString();
                }
                json.skipChildren();
            }
        }
        throw new IllegalArgumentException("no query in " + line);
    }
}
