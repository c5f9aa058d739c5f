package io.quarry.bench.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The programs, hosts and people of a made-up company, and how often each is met: a few programs start most processes, and
 * most command lines have been seen before.
 */
final class Fleet {
    private static final List<String> KNOWN = List.of(
            "svchost.exe",
            "chrome.exe",
            "msedge.exe",
            "conhost.exe",
            "cmd.exe",
            "powershell.exe",
            "rundll32.exe",
            "backgroundTaskHost.exe",
            "RuntimeBroker.exe",
            "SearchProtocolHost.exe",
            "taskhostw.exe",
            "WmiPrvSE.exe",
            "dllhost.exe",
            "git.exe",
            "python.exe",
            "node.exe",
            "java.exe",
            "Teams.exe",
            "OUTLOOK.EXE",
            "EXCEL.EXE",
            "explorer.exe",
            "msbuild.exe",
            "csc.exe",
            "regsvr32.exe",
            "dfsvc.exe",
            "mshta.exe",
            "wscript.exe");
    private static final int OTHERS = 400;
    private static final double REPEATED = 0.85;

    private final Random random;
    private final List<Program> programs = new ArrayList<>();

    /** A program, where it lies, and the command lines that it is usually started with. */
    record Program(String name, String folder, List<String> commandLines) {}

    Fleet(long seed) {
        random = new Random(seed);
        for (int i = 0; i < KNOWN.size() + OTHERS; i++) {
            String name = i < KNOWN.size() ? KNOWN.get(i) : "agent" + i + ".exe";
            String folder = i < KNOWN.size() ? "C:\\Windows\\System32\\" : "C:\\Program Files\\Vendor " + i % 60 + "\\";
            List<String> lines = new ArrayList<>();
            for (int line = 1 + random.nextInt(60); line > 0; line--) {
                lines.add("\"" + folder + name + "\" --mode " + word(line) + " --profile C:\\Users\\Public\\"
                        + word(random.nextInt(500)) + " /quiet");
            }
            programs.add(new Program(name, folder + name, lines));
        }
    }

    /** A program; the first ones are met far more often than the last. */
    Program program() {
        return programs.get(skewed(programs.size()));
    }

    String commandLine(Program program) {
        int roll = random.nextInt(100_000);
        if (program.name().equals("rundll32.exe") && roll < 40) {
            return "rundll32.exe dfshim.dll,ShOpenVerbApplication https://apps.example/" + word(roll) + ".application";
        }
        if (roll < REPEATED * 100_000) {
            return program.commandLines().get(skewed(program.commandLines().size()));
        }
        return program.commandLines().get(0) + " --id " + Long.toHexString(random.nextLong());
    }

    String host() {
        return String.format(Locale.ROOT, "ws-%04d.corp.example", skewed(3000));
    }

    String user() {
        return String.format(Locale.ROOT, "user%04d", skewed(2500));
    }

    String path() {
        int roll = random.nextInt(1000);
        String folder = roll < 20
                ? "C:\\Users\\" + user() + "\\Downloads\\"
                : roll < 60
                        ? "C:\\Users\\" + user() + "\\AppData\\Local\\Temp\\"
                        : "C:\\ProgramData\\" + word(roll) + "\\";
        String extension = random.nextInt(5000) == 0
                ? ".appref-ms"
                : List.of(".tmp", ".log", ".dll", ".js").get(roll % 4);
        return folder + word(skewed(20_000)) + extension;
    }

    String address() {
        int network = skewed(4000);
        return (random.nextInt(3) == 0 ? "203.0." : "10.20.") + network / 200 + "." + network % 200;
    }

    /** The SHA-1 of a file, by the number of the file. */
    String sha1(int file) {
        return String.format(Locale.ROOT, "%08x%08x%08x%08x%08x", file * 31, file, ~file, file * 7, file + 1);
    }

    /** JSON with an array of one to four tags. */
    String additionalFields() {
        StringBuilder json = new StringBuilder("{\"Tags\":[");
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            json.append('"').append(word(skewed(200))).append(left > 1 ? "\"," : "\"");
        }
        return json.append("]}").toString();
    }

    Random random() {
        return random;
    }

    /** A number below {@code bound}, small ones far more often. */
    int skewed(int bound) {
        double uniform = random.nextDouble();
        return (int) (bound * uniform * uniform * uniform);
    }

    private static String word(int number) {
        return Integer.toString(number * 7919 % 46_656 + 46_656, 36);
    }
}
