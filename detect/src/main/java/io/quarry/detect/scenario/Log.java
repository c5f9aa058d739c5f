package io.quarry.detect.scenario;

/** A log that a host keeps: the channel and the provider that writes to it. */
public enum Log {
    SYSMON(
            "Microsoft-Windows-Sysmon/Operational",
            "Microsoft-Windows-Sysmon",
            "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}"),
    SECURITY("Security", "Microsoft-Windows-Security-Auditing", "{54849625-5478-4994-A5BA-3E3B0328C30D}");

    private final String channel;
    private final String provider;
    private final String providerGuid;

    Log(String channel, String provider, String providerGuid) {
        this.channel = channel;
        this.provider = provider;
        this.providerGuid = providerGuid;
    }

    public String channel() {
        return channel;
    }

    String provider() {
        return provider;
    }

    String providerGuid() {
        return providerGuid;
    }
}
