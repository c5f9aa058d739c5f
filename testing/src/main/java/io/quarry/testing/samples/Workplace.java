package io.quarry.testing.samples;

import io.quarry.detect.scenario.Account;
import io.quarry.detect.scenario.HostJournal;
import io.quarry.detect.scenario.ImageDetails;
import io.quarry.detect.scenario.Images;
import io.quarry.detect.scenario.Integrity;
import io.quarry.detect.scenario.Log;
import io.quarry.detect.scenario.ProcessGuid;
import io.quarry.detect.scenario.Resident;
import io.quarry.detect.scenario.RunningProcess;
import io.quarry.detect.scenario.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;

/** A host whose ordinary activity is written down: one user, and a desktop that runs since before the first day. */
final class Workplace {
    private static final String SYSTEM_DIRECTORY = "C:\\Windows\\system32\\";

    private final String host;
    private final Account user;
    private final Instant booted;
    private final Images images = Images.bundled();
    private final HostJournal journal;
    private int processes;

    Workplace(String host, Account user, Instant firstMorning) {
        this.host = host;
        this.user = user;
        this.booted = Resident.since(firstMorning);
        this.journal = new HostJournal(host, "background of " + host, EnumSet.allOf(Log.class));
    }

    String host() {
        return host;
    }

    Account user() {
        return user;
    }

    HostJournal journal() {
        return journal;
    }

    /** A process that runs since the host was started; the same one whenever it is asked for. */
    RunningProcess running(String image, Account account) {
        Seed seed = Resident.seed(host, image, account);
        return process(image, '"' + image + '"', account, seed, booted);
    }

    /** Starts a process of the parent's account. */
    RunningProcess start(String image, String commandLine, RunningProcess parent, Instant at) {
        Seed seed = Seed.of(host).with("started").with(processes++);
        RunningProcess process = process(image, commandLine, parent.account(), seed, at);
        journal.started(process, parent, at);
        return process;
    }

    /** Starts a process that ends again after a while. */
    void run(String image, String commandLine, RunningProcess parent, Instant at) {
        RunningProcess process = start(image, commandLine, parent, at);
        journal.ended(process, at.plus(Duration.ofMillis(Seed.of(process.guid()).between(400, 9_000))));
    }

    private RunningProcess process(String image, String commandLine, Account account, Seed seed, Instant started) {
        return new RunningProcess(
                image,
                commandLine,
                image.startsWith("C:\\Windows\\") ? SYSTEM_DIRECTORY : "C:\\Users\\" + user.name() + "\\",
                account,
                account.equals(Account.SYSTEM) ? Integrity.SYSTEM : Integrity.MEDIUM,
                images.of(image).orElse(ImageDetails.NONE),
                4 * seed.between(300, 3_600),
                ProcessGuid.of(host, started, seed));
    }
}
