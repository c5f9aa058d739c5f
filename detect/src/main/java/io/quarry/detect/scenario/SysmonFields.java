package io.quarry.detect.scenario;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code EventData} of Sysmon's events, all fields in the order of schema 4.90. */
final class SysmonFields {
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String host;

    SysmonFields(String host) {
        this.host = host;
    }

    /** Event 1. */
    Fields processCreated(RunningProcess process, RunningProcess parent, Instant at) {
        ImageDetails details = process.details();
        Account account = process.account();
        return begin(at)
                .with("ProcessGuid", process.guid())
                .with("ProcessId", process.id())
                .with("Image", process.image())
                .with("FileVersion", details.fileVersion())
                .with("Description", details.description())
                .with("Product", details.product())
                .with("Company", details.company())
                .with("OriginalFileName", details.originalFileName())
                .with("CommandLine", process.commandLine())
                .with("CurrentDirectory", process.directory())
                .with("User", account.fullName())
                .with("LogonGuid", logonGuid(account))
                .with("LogonId", "0x" + Long.toHexString(account.logonId(host)))
                .with("TerminalSessionId", account.isSystem() ? 0 : 1)
                .with("IntegrityLevel", process.integrity().word())
                .with("Hashes", hashes(process.image()))
                .with("ParentProcessGuid", parent.guid())
                .with("ParentProcessId", parent.id())
                .with("ParentImage", parent.image())
                .with("ParentCommandLine", parent.commandLine())
                .with("ParentUser", parent.account().fullName());
    }

    /** Event 3, for a connection that the process opens. */
    Fields connected(RunningProcess process, Connection connection, Instant at) {
        boolean ipv6 = connection.isIpv6();
        Seed seed = Seed.of(host).with(process.guid()).with(at);
        return actor(process, at)
                .with("User", process.account().fullName())
                .with("Protocol", "tcp")
                .with("Initiated", "true")
                .with("SourceIsIpv6", ipv6)
                .with("SourceIp", source(connection))
                .with("SourceHostname", host)
                .with("SourcePort", seed.between(49_152, 65_536))
                .with("SourcePortName", "-")
                .with("DestinationIsIpv6", ipv6)
                .with("DestinationIp", connection.address())
                .with("DestinationHostname", dashIfEmpty(connection.hostName()))
                .with("DestinationPort", connection.port())
                .with("DestinationPortName", connection.portName());
    }

    /** Event 5. */
    Fields processEnded(RunningProcess process, Instant at) {
        return actor(process, at).with("User", process.account().fullName());
    }

    /** Event 7. */
    Fields imageLoaded(RunningProcess process, LoadedImage module, Instant at) {
        ImageDetails details = module.details();
        return actor(process, at)
                .with("ImageLoaded", module.path())
                .with("FileVersion", details.fileVersion())
                .with("Description", details.description())
                .with("Product", details.product())
                .with("Company", details.company())
                .with("OriginalFileName", details.originalFileName())
                .with("Hashes", hashes(module.path()))
                .with("Signed", !module.signer().isEmpty())
                .with("Signature", dashIfEmpty(module.signer()))
                .with("SignatureStatus", module.signer().isEmpty() ? "Unavailable" : "Valid")
                .with("User", process.account().fullName());
    }

    /** Event 11. */
    Fields fileCreated(RunningProcess process, String path, Instant at) {
        return actor(process, at)
                .with("TargetFilename", path)
                .with("CreationUtcTime", UTC_TIME.format(at))
                .with("User", process.account().fullName());
    }

    /** Event 13. */
    Fields registryValueSet(RunningProcess process, RegistryValue value, Instant at) {
        return new Fields()
                .with("RuleName", "-")
                .with("EventType", "SetValue")
                .with("UtcTime", UTC_TIME.format(at))
                .with("ProcessGuid", process.guid())
                .with("ProcessId", process.id())
                .with("Image", process.image())
                .with("TargetObject", value.path())
                .with("Details", value.data())
                .with("User", process.account().fullName());
    }

    private static Fields begin(Instant at) {
        return new Fields().with("RuleName", "-").with("UtcTime", UTC_TIME.format(at));
    }

    private static Fields actor(RunningProcess process, Instant at) {
        return begin(at)
                .with("ProcessGuid", process.guid())
                .with("ProcessId", process.id())
                .with("Image", process.image());
    }

    /** Digests that depend on the path alone, so that one executable has the same on every host. */
    private static String hashes(String path) {
        Seed content = Seed.of("content of " + path.toLowerCase(Locale.ROOT));
        return "MD5=" + content.hash("MD5") + ",SHA256=" + content.hash("SHA-256") + ",IMPHASH="
                + content.with("imports").hash("MD5");
    }

    private String logonGuid(Account account) {
        return Seed.of("logon").with(host).with(account.fullName()).guid();
    }

    private String source(Connection connection) {
        Seed seed = Seed.of("address of " + host);
        if (connection.address().startsWith("127.") || connection.address().equals("::1")) {
            return connection.address();
        }
        return connection.isIpv6()
                ? "fd5a:2b1c:77e0:14::" + Long.toHexString(seed.between(0x1000, 0xffff))
                : "10.20." + seed.between(1, 60) + "." + seed.with(2).between(10, 250);
    }

    private static String dashIfEmpty(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
