package io.quarry.bench.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Cases that are argued against one by one, in a resource beside this class: a key and the reason in each line. */
final class Exceptions {
    private Exceptions() {}

    /** The reasons by key. */
    static Map<String, String> read(String resource) throws IOException {
        try (InputStream in = Exceptions.class.getResourceAsStream(resource)) {
            Map<String, String> reasons = new HashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                int blank = line.indexOf(' ');
                if (blank > 0 && !line.startsWith("#")) {
                    reasons.put(line.substring(0, blank), line.substring(blank + 1));
                }
            }
            return reasons;
        }
    }
}
