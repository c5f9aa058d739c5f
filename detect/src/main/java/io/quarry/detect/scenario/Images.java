package io.quarry.detect.scenario;

import io.quarry.detect.yaml.YamlMap;
import io.quarry.detect.yaml.YamlText;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The version resources of well-known executables and libraries. */
public final class Images {
    private static final String RESOURCE = "images.yml";

    private final Map<String, ImageDetails> byFileName;

    private Images(Map<String, ImageDetails> byFileName) {
        this.byFileName = Map.copyOf(byFileName);
    }

    /** The ones that ship. */
    public static Images bundled() {
        try (InputStream in = Images.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing");
            }
            return read(new SourceText(RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the executable at a path says of itself; empty for an unknown one. */
    public Optional<ImageDetails> of(String path) {
        String name = path.substring(path.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byFileName.get(name));
    }

    private static Images read(SourceText source) {
        Map<String, ImageDetails> details = new LinkedHashMap<>();
        for (YamlMap vendor : YamlText.read(source).maps("vendors")) {
            vendor.only("company", "product", "version", "images");
            for (Map.Entry<String, String> image : vendor.namedTexts("images").entrySet()) {
                String[] parts = image.getValue().split(" \\| ", 2);
                details.put(
                        image.getKey(),
                        new ImageDetails(
                                vendor.text("version"),
                                parts[0],
                                vendor.text("product"),
                                vendor.text("company"),
                                parts.length > 1 ? parts[1] : image.getKey()));
            }
        }
        return new Images(details);
    }
}
