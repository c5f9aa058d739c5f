package io.quarry.data;

import java.util.Locale;
import java.util.Optional;

/** Where a detection is written to run; decides which tables and columns exist and what their values look like. */
public enum Platform {
    /** Microsoft Defender XDR advanced hunting: KQL, time column {@code Timestamp}. */
    DEFENDER,
    /** Microsoft Sentinel (a Log Analytics workspace): KQL, time column {@code TimeGenerated}. */
    SENTINEL,
    /** The unified portal: KQL over Defender's and Sentinel's tables together, each with the columns of both. */
    UNIFIED,
    /** IBM QRadar: AQL over {@code events}. */
    QRADAR,
    /** Sigma rules: the field names of the logs themselves. */
    SIGMA;

    /** True for Microsoft's platforms, whose language is KQL. */
    public boolean isMicrosoft() {
        return switch (this) {
            case DEFENDER, SENTINEL, UNIFIED -> true;
            case QRADAR, SIGMA -> false;
        };
    }

    /** The lower-case name used on the command line and in packs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Platform> ofLabel(String label) {
        for (Platform platform : values()) {
            if (platform.label().equals(label)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }
}
