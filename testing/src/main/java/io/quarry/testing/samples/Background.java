package io.quarry.testing.samples;

import io.quarry.detect.scenario.Account;
import io.quarry.detect.scenario.Connection;
import io.quarry.detect.scenario.RunningProcess;
import io.quarry.detect.scenario.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes on at a workplace on any day: services, a browser, mail, documents, a developer's tools. Depends on nothing
 * but the host's name and the day, and has nothing to do with ClickOnce.
 */
final class Background {
    private static final Duration WORKING_DAY = Duration.ofHours(12);
    private static final int ACTIVITIES = 105;

    private static final String SYSTEM32 = "C:\\Windows\\System32\\";
    private static final String BROWSER = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    private static final String MAIL = "C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE";
    private static final String SHEETS = "C:\\Program Files\\Microsoft Office\\root\\Office16\\EXCEL.EXE";
    private static final String BUILD =
            "C:\\Program Files\\Microsoft Visual Studio\\2022\\Professional\\MSBuild\\Current\\Bin\\amd64\\MSBuild.exe";
    private static final String COMPILER =
            "C:\\Program Files\\Microsoft Visual Studio\\2022\\Professional\\MSBuild\\Current\\Bin\\Roslyn\\csc.exe";
    private static final String VERSIONS = "C:\\Program Files\\Git\\cmd\\git.exe";

    private static final List<String> SITES = List.of(
            "www.example.com", "news.example.org", "static.example.net", "mail.example.com", "search.example.org");
    private static final List<String> DOCUMENTS = List.of("Forecast", "Minutes", "Budget", "Ledger", "Offer", "Plan");

    private final Workplace place;
    private final List<Activity> activities;

    /** Something that happens at a moment, with a seed of its own. */
    private interface Activity {
        void happen(Seed seed, Instant at);
    }

    private Background(Workplace place, List<Activity> activities) {
        this.place = place;
        this.activities = activities;
    }

    static Background ofOffice(Workplace place) {
        Background background = new Background(place, new ArrayList<>());
        background.addCommon();
        background.activities.add(background::editSheet);
        background.activities.add(background::editSheet);
        background.activities.add(background::mapDrive);
        return background;
    }

    static Background ofDevelopment(Workplace place) {
        Background background = new Background(place, new ArrayList<>());
        background.addCommon();
        background.activities.add(background::build);
        background.activities.add(background::fetch);
        background.activities.add(background::openConsole);
        return background;
    }

    /** Plays a working day that begins at that moment. */
    void play(Instant morning) {
        long step = WORKING_DAY.toMillis() / ACTIVITIES;
        for (int i = 0; i < ACTIVITIES; i++) {
            Seed seed = Seed.of("background").with(place.host()).with(morning).with(i);
            Instant at = morning.plusMillis(i * step + seed.with("jitter").between(0, step - 30_000));
            int choice = (int) seed.with("choice").between(0, activities.size());
            activities.get(choice).happen(seed, at);
        }
    }

    private void addCommon() {
        activities.add(this::runTask);
        activities.add(this::index);
        activities.add(this::browse);
        activities.add(this::browse);
        activities.add(this::download);
        activities.add(this::checkMail);
        activities.add(this::openControlPanel);
        activities.add(this::lookForUpdates);
    }

    private void runTask(Seed seed, Instant at) {
        place.run(SYSTEM32 + "taskhostw.exe", "taskhostw.exe", service(), at);
        place.run(
                SYSTEM32 + "backgroundTaskHost.exe",
                "\"" + SYSTEM32 + "backgroundTaskHost.exe\" -ServerName:Sample.Host" + seed.between(1, 9),
                service(),
                at.plusMillis(700));
    }

    private void index(Seed seed, Instant at) {
        place.run(
                SYSTEM32 + "SearchProtocolHost.exe",
                "\"" + SYSTEM32 + "SearchProtocolHost.exe\" Global\\UsGthrFltPipeMssGthrPipe" + seed.between(10, 99)
                        + "_",
                service(),
                at);
        place.run(
                SYSTEM32 + "SearchFilterHost.exe",
                "\"" + SYSTEM32 + "SearchFilterHost.exe\" 0 812",
                service(),
                at.plusMillis(350));
    }

    private void browse(Seed seed, Instant at) {
        RunningProcess browser = place.running(BROWSER, place.user());
        for (int i = 0; i < 2; i++) {
            Seed visit = seed.with(i);
            String address = "203.0.113." + visit.between(1, 64);
            place.journal()
                    .connected(browser, new Connection(address, 443, pick(SITES, visit)), at.plusMillis(i * 400L));
        }
    }

    private void download(Seed seed, Instant at) {
        RunningProcess browser = place.running(BROWSER, place.user());
        String file = pick(DOCUMENTS, seed) + "-" + seed.between(100, 999) + ".pdf";
        place.journal().wroteFile(browser, home() + "Downloads\\" + file, at);
        place.journal()
                .wroteFile(
                        browser,
                        home() + "AppData\\Local\\Temp\\" + seed.hash("MD5").substring(0, 8) + ".tmp",
                        at.plusMillis(90));
    }

    private void checkMail(Seed seed, Instant at) {
        Connection server = new Connection("10.20.0.25", 443, "mail.corp.example");
        place.journal().connected(place.running(MAIL, place.user()), server, at);
    }

    private void openControlPanel(Seed seed, Instant at) {
        place.run(
                SYSTEM32 + "rundll32.exe",
                "\"" + SYSTEM32 + "rundll32.exe\" Shell32.dll,Control_RunDLL desk.cpl,," + seed.between(0, 4),
                desktop(),
                at);
    }

    private void lookForUpdates(Seed seed, Instant at) {
        place.run(SYSTEM32 + "UsoClient.exe", "\"" + SYSTEM32 + "UsoClient.exe\" StartScan", service(), at);
        Connection server = new Connection("198.51.100." + seed.between(200, 220), 443, "update.example.com");
        place.journal().connected(service(), server, at.plusSeconds(1));
    }

    private void editSheet(Seed seed, Instant at) {
        String file = home() + "Documents\\" + pick(DOCUMENTS, seed) + ".xlsx";
        RunningProcess sheets = place.start(SHEETS, "\"" + SHEETS + "\" \"" + file + "\"", desktop(), at);
        place.journal().wroteFile(sheets, file, at.plusSeconds(20));
        place.journal().ended(sheets, at.plusSeconds(25));
    }

    private void mapDrive(Seed seed, Instant at) {
        String command = "net use P: \\\\files.corp.example\\projects";
        RunningProcess shell = place.start(SYSTEM32 + "cmd.exe", "cmd.exe /c " + command, desktop(), at);
        place.run(SYSTEM32 + "net.exe", command, shell, at.plusMillis(120));
        place.journal().connected(shell, new Connection("10.20.0.31", 445, "files.corp.example"), at.plusMillis(300));
    }

    private void build(Seed seed, Instant at) {
        RunningProcess build = place.start(
                BUILD, "\"" + BUILD + "\" Tracker.sln /t:Build /p:Configuration=Debug /v:minimal", console(), at);
        place.run(
                COMPILER,
                "\"" + COMPILER + "\" /noconfig /unsafe- /out:obj\\Debug\\Tracker.dll",
                build,
                at.plusMillis(800));
        place.journal().wroteFile(build, home() + "source\\repos\\Tracker\\bin\\Debug\\Tracker.dll", at.plusSeconds(6));
    }

    private void fetch(Seed seed, Instant at) {
        RunningProcess versions = place.start(VERSIONS, "git.exe fetch --prune origin", console(), at);
        place.journal().connected(versions, new Connection("10.20.0.40", 443, "git.corp.example"), at.plusMillis(200));
        place.journal().ended(versions, at.plusSeconds(2));
    }

    private void openConsole(Seed seed, Instant at) {
        RunningProcess shell = place.start(
                SYSTEM32 + "WindowsPowerShell\\v1.0\\powershell.exe",
                "\"" + SYSTEM32 + "WindowsPowerShell\\v1.0\\powershell.exe\" -NoLogo",
                desktop(),
                at);
        place.run(
                SYSTEM32 + "conhost.exe",
                "\\??\\" + SYSTEM32 + "conhost.exe 0xffffffff -ForceV1",
                shell,
                at.plusMillis(40));
    }

    private RunningProcess service() {
        return place.running(SYSTEM32 + "svchost.exe", Account.SYSTEM);
    }

    private RunningProcess desktop() {
        return place.running("C:\\Windows\\explorer.exe", place.user());
    }

    private RunningProcess console() {
        return place.running(SYSTEM32 + "cmd.exe", place.user());
    }

    private String home() {
        return "C:\\Users\\" + place.user().name() + "\\";
    }

    private static String pick(List<String> choices, Seed seed) {
        return choices.get((int) seed.with("pick").between(0, choices.size()));
    }
}
