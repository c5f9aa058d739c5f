package io.quarry.detect.scenario;

import java.time.Instant;
import java.util.Locale;

/** Sysmon's process ids: the host, the second of the start, and what tells processes of one second apart. */
public final class ProcessGuid {
    private ProcessGuid() {}

    /** {@code {HOST-TIME-TIME-REST-00REST}}, upper case. */
    public static String of(String host, Instant start, Seed seed) {
        String machine = Seed.of("machine " + host.toLowerCase(Locale.ROOT)).hash("MD5");
        String seconds = String.format(Locale.ROOT, "%08X", start.getEpochSecond());
        String rest = seed.hash("MD5");
        return "{" + machine.substring(0, 8) + "-" + seconds.substring(4) + "-" + seconds.substring(0, 4) + "-"
                + rest.substring(0, 4) + "-00000000" + rest.substring(4, 8) + "}";
    }
}
