package io.quarry.telemetry.windows;

import java.util.Map;

/** Which log the events of a provider are found in, for collectors that leave the log's name out. */
public final class WindowsLogs {
    private static final Map<String, String> BY_PROVIDER = Map.of(
            "Microsoft-Windows-Sysmon", "Microsoft-Windows-Sysmon/Operational",
            "Microsoft-Windows-Security-Auditing", "Security",
            "Microsoft-Windows-Eventlog", "Security",
            "Service Control Manager", "System",
            "Microsoft-Windows-PowerShell", "Microsoft-Windows-PowerShell/Operational",
            "Microsoft-Windows-TaskScheduler", "Microsoft-Windows-TaskScheduler/Operational",
            "Microsoft-Windows-Windows Defender", "Microsoft-Windows-Windows Defender/Operational",
            "Microsoft-Windows-WMI-Activity", "Microsoft-Windows-WMI-Activity/Operational");

    private WindowsLogs() {}

    /** The log that the provider writes to; null if that is not known. */
    public static String channelOf(String provider) {
        return provider == null ? null : BY_PROVIDER.get(provider);
    }

    /** The provider that writes to the log alone; null if there is none such. */
    public static String providerOf(String channel) {
        return channel == null || channel.equals("System")
                ? null
                : BY_PROVIDER.entrySet().stream()
                        .filter(log -> log.getValue().equals(channel))
                        .filter(log -> !log.getKey().equals("Microsoft-Windows-Eventlog"))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }
}
