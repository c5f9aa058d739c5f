package io.quarry.testing.pack;

import io.quarry.data.Ticks;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.EventLocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Random events of Sysmon and the Security log, whose values are those that the ClickOnce detection looks for, or nearly. */
final class EdgeEvents {
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";
    private static final long START = Ticks.of(Instant.parse("2026-03-10T08:00:00Z"));
    private static final int[] SYSMON_IDS = {1, 1, 1, 3, 3, 3, 5, 7, 11, 11, 11, 13, 23};

    private static final String[] IMAGES = {
        "C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\dfsvc.exe",
        "C:\\Users\\a\\AppData\\Local\\Temp\\DFSVC.exe",
        "C:\\Windows\\assembly\\dfsvc\\dfsvc.ni.exe",
        "C:\\dfsvc.exe\\notepad.exe",
        "C:\\mydfsvc.exe",
        "C:\\Windows\\System32\\rundll32.exe",
        "C:\\Windows\\SysWOW64\\RunDll32.EXE",
        "C:\\Tools\\notrundll32.exe",
        "C:\\Windows\\System32\\cmd.exe",
        "C:\\Apps\\mycmd.exe",
        "C:\\Apps\\csc.exe.config\\viewer.exe",
        "C:\\Windows\\Microsoft.NET\\Framework\\v4.0.30319\\InstallUtil.exe",
        "C:\\Windows\\Microsoft.NET\\Framework\\v4.0.30319\\csc.exe",
        "C:\\Windows\\Microsoft.NET\\Framework\\v4.0.30319\\MSBuild.exe",
        "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
        "C:\\Program Files\\PowerShell\\7\\pwsh.exe",
        "C:\\Windows\\System32\\wscript.exe",
        "C:\\Windows\\explorer.exe",
        "-",
        ""
    };
    private static final String[] COMMANDS = {
        "rundll32.exe dfshim.dll,ShOpenVerbApplication http://127.0.0.1:8080/x.application",
        "rundll32.exe C:\\x\\DFSHIM.DLL,#3",
        "rundll32 helper.dll,ShOpenVerbApplication1 http://x/",
        "rundll32 helper.dll,shopenverbshortcutw x",
        "rundll32 helper.dll,OpenVerb x",
        "rundll32 mydfshimcopy.dll,x",
        "cmd /c whoami\r\ndfshim",
        "cmd /c whoami",
        ""
    };
    private static final String[] FILES = {
        "C:\\Users\\a\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\evil",
        "C:\\ProgramData\\Microsoft\\Windows\\Start Menu\\Programs\\StartUp\\sub\\evil",
        "C:\\Users\\a\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\StartupTools\\evil",
        "C:\\StartupTools\\evil",
        "C:\\Temp\\evil",
        "C:\\Users\\a\\AppData\\Local\\TEMP\\Deployment\\X\\evil",
        "D:\\tmp\\evil",
        "D:\\mytmp\\evil",
        "C:\\Users\\a\\Downloads\\evil",
        "C:\\Downloads.old\\evil",
        "C:\\Users\\a\\Desktop\\temp"
    };
    private static final String[] ENDINGS = {
        ".application",
        ".APPLICATION",
        ".appref-ms",
        ".Appref-MS",
        ".application.bak",
        ".appref",
        ".application:Zone.Identifier",
        "application"
    };
    private static final String[] ADDRESSES = {
        "8.8.8.8",
        "203.0.113.201",
        "10.0.0.1",
        "9.255.255.255",
        "11.0.0.0",
        "172.15.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "172.32.0.0",
        "192.168.0.1",
        "192.167.255.255",
        "192.169.0.0",
        "127.0.0.1",
        "126.255.255.255",
        "128.0.0.0",
        "169.254.1.1",
        "169.253.255.255",
        "169.255.0.0",
        "100.64.0.1",
        "0.0.0.0",
        "1.0.0.0",
        "223.255.255.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::2",
        "::100",
        "::ffff:8.8.8.8",
        "::ffff:10.0.0.1",
        "0:0:0:0:0:ffff:808:808",
        "2001:0:1::1",
        "2001:db8::1",
        "2001:4860::8888",
        "2606:4700::1111",
        "fbff::1",
        "fc00::1",
        "fdff:1:2:3:4:5:6:7",
        "fe00::1",
        "fe7f::1",
        "fe80::1%7",
        "febf:0:0:0:0:0:0:1",
        "fec0::1",
        "feff::1",
        "ff02::fb",
        "-",
        "",
        "host.example"
    };

    private EdgeEvents() {}

    static Event event(Random random, int number) {
        boolean isSysmon = random.nextInt(6) > 0;
        int id = isSysmon ? of(SYSMON_IDS, random) : random.nextInt(8) == 0 ? 4689 : 4688;
        List<EventField> fields = new ArrayList<>();
        if (id == 4688 || id == 4689) {
            add(fields, "NewProcessId", "0x" + Integer.toHexString(0x1000 + 4 * number));
            add(fields, "NewProcessName", image(random));
            add(fields, "ProcessId", "0x10");
            add(fields, "CommandLine", of(COMMANDS, random));
            add(fields, "ParentProcessName", image(random));
        } else {
            sysmon(fields, id, random, number);
        }
        EventHeader header = new EventHeader(
                isSysmon ? "Microsoft-Windows-Sysmon" : "Microsoft-Windows-Security-Auditing",
                null,
                null,
                id,
                null,
                "5",
                "4",
                "0",
                "0",
                "0x8000000000000000",
                START + number * Ticks.PER_SECOND,
                number,
                null,
                null,
                "4",
                "8",
                isSysmon ? SYSMON : "Security",
                "WS-1.corp.example",
                "S-1-5-18");
        return new Event(new EventLocation("edge", number + 1, -1), header, fields);
    }

    private static void sysmon(List<EventField> fields, int id, Random random, int number) {
        add(fields, "ProcessId", String.valueOf(1_000_000 + number));
        if (random.nextInt(20) > 0) {
            add(fields, "Image", image(random));
        }
        if (id == 1) {
            add(fields, "CommandLine", of(COMMANDS, random));
            add(fields, "ParentImage", image(random));
        }
        if (id == 3) {
            add(fields, "Initiated", random.nextInt(4) > 0 ? "true" : "false");
            add(fields, "SourceIp", of(ADDRESSES, random));
            add(fields, "DestinationIp", of(ADDRESSES, random));
            add(fields, "DestinationPort", "443");
        }
        if (id == 11 || id == 23) {
            add(fields, "TargetFilename", of(FILES, random) + of(ENDINGS, random));
        }
    }

    private static String image(Random random) {
        String image = IMAGES[random.nextBoolean() ? random.nextInt(2) * 5 : random.nextInt(IMAGES.length)];
        return random.nextInt(10) == 0 ? image.toUpperCase(Locale.ROOT) : image;
    }

    private static void add(List<EventField> fields, String name, String value) {
        fields.add(new EventField(EventField.Section.EVENT_DATA, name, value));
    }

    private static String of(String[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private static int of(int[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
