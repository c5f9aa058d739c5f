package io.quarry.aql.catalog;

import java.util.Locale;
import java.util.Objects;

/**
 * A column that queries may name.
 *
 * @param name as the table spells it
 */
public record AqlColumn(String name, AqlType type, Content content, Origin origin) {
    public AqlColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(origin, "origin");
    }

    /** What the texts of a column are, where that decides which patterns make sense. */
    public enum Content {
        ANY,
        /** Full paths. */
        PATH,
        /** File names without a folder. */
        NAME,
        /** Addresses as text. */
        ADDRESS
    }

    /** Who defines a column. */
    public enum Origin {
        BUILT_IN("QRadar itself"),
        /** A custom property that every installation has. */
        STOCK("QRadar itself"),
        /** A custom property that whoever wrote the query declares. */
        PACK("the pack of the query"),
        SYSMON("the Sysmon content extension"),
        WINDOWS("the content extension with custom properties for Microsoft Windows"),
        SITE("a definition made by hand under the field name of the log"),
        /** Queried in IBM's documentation, which does not say who defines it. */
        EXAMPLE("a definition that IBM's documentation does not name");

        private final String shown;

        Origin(String shown) {
            this.shown = shown;
        }

        /** As messages name it. */
        public String shown() {
            return shown;
        }

        /** True if a system without extensions lacks the column. */
        public boolean isExtra() {
            return this == SYSMON || this == WINDOWS || this == SITE || this == EXAMPLE;
        }

        static Origin ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
