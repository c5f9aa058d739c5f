package io.quarry.detect.scenario;

import java.util.Objects;

/** The version resource of an executable; {@code -} stands for what it does not say, as in Sysmon. */
public record ImageDetails(
        String fileVersion, String description, String product, String company, String originalFileName) {
    public static final ImageDetails NONE = new ImageDetails("-", "-", "-", "-", "-");

    public ImageDetails {
        Objects.requireNonNull(fileVersion, "fileVersion");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(originalFileName, "originalFileName");
    }
}
