package io.quarry.detect.scenario;

import java.util.Objects;

/**
 * A process of a host.
 *
 * @param image the full path of the executable
 * @param id the process id; ids are reused in time
 * @param guid Sysmon's id, unique for all time
 */
public record RunningProcess(
        String image,
        String commandLine,
        String directory,
        Account account,
        Integrity integrity,
        ImageDetails details,
        long id,
        String guid) {
    public RunningProcess {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(commandLine, "commandLine");
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(integrity, "integrity");
        Objects.requireNonNull(details, "details");
        Objects.requireNonNull(guid, "guid");
    }
}
