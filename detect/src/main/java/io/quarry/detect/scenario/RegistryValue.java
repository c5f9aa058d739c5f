package io.quarry.detect.scenario;

import java.util.Objects;

/**
 * A registry value that is set.
 *
 * @param path as Sysmon abbreviates it, ending in the value's name
 * @param data as Sysmon writes it: {@code DWORD (0x00000001)}, a text, {@code Binary Data}
 */
public record RegistryValue(String path, String data) {
    public RegistryValue {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(data, "data");
    }
}
