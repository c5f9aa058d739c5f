package io.quarry.detect.scenario;

import java.util.Objects;

/**
 * A library that a process loads.
 *
 * @param signer empty where it is not signed
 */
public record LoadedImage(String path, String signer, ImageDetails details) {
    public LoadedImage {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(details, "details");
    }
}
