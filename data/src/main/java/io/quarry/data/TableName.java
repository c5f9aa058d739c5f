package io.quarry.data;

import java.util.Objects;

/**
 * The name of a table of a platform: {@code defender:DeviceProcessEvents}, {@code qradar:events}. Platforms name tables
 * alike and mean different columns by them, so the platform is part of the name.
 */
public record TableName(Platform platform, String name) {
    public TableName {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String toString() {
        return platform.label() + ":" + name;
    }
}
