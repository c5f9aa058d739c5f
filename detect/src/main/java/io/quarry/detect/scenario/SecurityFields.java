package io.quarry.detect.scenario;

import java.util.Locale;

/** The {@code EventData} of events of the Security log, all fields in their order. */
final class SecurityFields {
    private final String host;

    SecurityFields(String host) {
        this.host = host;
    }

    /** Event 4688, version 2, with command lines audited. */
    Fields processCreated(RunningProcess process, RunningProcess creator) {
        Account subject = creator.account();
        Account target = process.account();
        boolean same = subject.equals(target);
        return new Fields()
                .with("SubjectUserSid", subject.sid())
                .with("SubjectUserName", subject.isSystem() ? machineAccount() : subject.name())
                .with("SubjectDomainName", subject.isSystem() ? machineDomain() : subject.domain())
                .with("SubjectLogonId", hex(subject.logonId(host)))
                .with("NewProcessId", hex(process.id()))
                .with("NewProcessName", process.image())
                .with("TokenElevationType", process.integrity().elevation())
                .with("ProcessId", hex(creator.id()))
                .with("CommandLine", process.commandLine())
                .with("TargetUserSid", same ? "S-1-0-0" : target.sid())
                .with("TargetUserName", same ? "-" : target.name())
                .with("TargetDomainName", same ? "-" : target.domain())
                .with("TargetLogonId", same ? "0x0" : hex(target.logonId(host)))
                .with("ParentProcessName", creator.image())
                .with("MandatoryLabel", process.integrity().mandatoryLabel());
    }

    private String machineAccount() {
        return host.split("\\.", 2)[0].toUpperCase(Locale.ROOT) + '$';
    }

    private String machineDomain() {
        String[] parts = host.split("\\.");
        return parts.length > 1 ? parts[1].toUpperCase(Locale.ROOT) : "WORKGROUP";
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
