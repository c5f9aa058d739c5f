package io.quarry.telemetry.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.telemetry.windows.EventTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word of the views' language on plain and on odd input. */
final class TransformsTest {
    private static Object of(String expression, String value) {
        return ExpressionParser.parse(expression).of(TestEvents.sysmon(1, "X", value));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, Private",
        "172.16.0.1, Private",
        "172.31.255.255, Private",
        "172.32.0.1, Public",
        "172.15.255.255, Public",
        "192.168.1.1, Private",
        "192.169.1.1, Public",
        "127.0.0.1, Loopback",
        "255.255.255.255, Broadcast",
        "0.0.0.0, Reserved",
        "169.254.1.1, Reserved",
        "224.0.0.1, Reserved",
        "240.0.0.1, Reserved",
        "8.8.8.8, Public",
        "::1, Loopback",
        "0:0:0:0:0:0:0:1, Loopback",
        "::, Reserved",
        "fe80::1, Reserved",
        "fe80:0:0:0:1:2:3:4%12, Reserved",
        "febf::1, Reserved",
        "fec0::1, Public",
        "ff02::fb, Reserved",
        "fd00::1, Private",
        "fc00::1, Private",
        "2001::1, Teredo",
        "2001:db8::1, Public",
        "2a00:1450::5, Public",
        "::ffff:10.0.0.1, FourToSixMapping",
        "::ffff:a00:1, FourToSixMapping"
    })
    void kindOfAnAddress(String address, String kind) {
        assertThat(of("ipKind(X)", address)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "host",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.1000",
                "1::2::3",
                ":",
                "::g",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "::1.2.3",
                "1.2.3.٤",
                "12345::"
            })
    void whatIsNoAddressHasNoKind(String text) {
        assertThat(of("ipKind(X)", text)).isNull();
        assertThat(of("ipv4(X)", text)).isNull();
        assertThat(of("ipv6(X)", text)).isNull();
    }

    @Test
    void mappedAddressIsOneOfVersion4() {
        assertThat(of("ipv4(X)", "::ffff:10.1.2.3")).isEqualTo("10.1.2.3");
        assertThat(of("ipv6(X)", "::ffff:10.1.2.3")).isNull();
        assertThat(of("ipv6(X)", "fe80::1:2%3")).isEqualTo("fe80::1:2");
    }

    @ParameterizedTest
    @CsvSource({
        "HKLM\\A\\B, HKEY_LOCAL_MACHINE\\A\\B",
        "hklm\\A, HKEY_LOCAL_MACHINE\\A",
        "HKLM, HKEY_LOCAL_MACHINE",
        "HKU\\S-1-5-21-1\\A, HKEY_CURRENT_USER\\S-1-5-21-1\\A",
        "HKU\\S-1-5-21-1_Classes\\A, HKEY_CURRENT_USER\\S-1-5-21-1_Classes\\A",
        "HKCR\\.appref-ms, HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\.appref-ms",
        "\\REGISTRY\\MACHINE\\A, HKEY_LOCAL_MACHINE\\A",
        "\\REGISTRY\\USER\\S-1\\A, HKEY_CURRENT_USER\\S-1\\A",
        "HKLMX\\A, HKLMX\\A",
        "HKLM\\System\\CurrentControlSet\\A, HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\A"
    })
    void headOfARegistryPathIsWrittenOut(String path, String expected) {
        assertThat(of("registryKey(X)", path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DWORD (0x00000001), Dword, 1",
        "DWORD (0xffffffff), Dword, 4294967295",
        "QWORD (0x00000001-0x00000000), Qword, 4294967296",
        "Binary Data, Binary, ''",
        "C:\\a.exe, String, C:\\a.exe",
        "DWORD (0xzz), Dword, DWORD (0xzz)",
        "DWORD (0x, Dword, DWORD (0x",
        "QWORD (0x), Qword, QWORD (0x)"
    })
    void detailsTellTypeAndData(String details, String type, String data) {
        assertThat(of("registryValueType(X)", details)).isEqualTo(type);
        assertThat(of("registryValueData(X)", details)).isEqualTo(data);
    }

    @Test
    void nameOfTheDefaultValueIsEmpty() {
        assertThat(of("registryValueName(X)", "HKCR\\a\\(Default)")).isEqualTo("");
        assertThat(of("registryValueName(X)", "HKCR\\a\\Name")).isEqualTo("Name");
        assertThat(of("registryKeyOfValue(X)", "HKLM")).isEqualTo("HKEY_LOCAL_MACHINE");
    }

    @ParameterizedTest
    @CsvSource({"0x3e7, 999", "0X10, 16", "12, 12", "0x7fffffffffffffff, 9223372036854775807"})
    void numberIsDecimalOrHexadecimal(String text, long number) {
        assertThat(of("number(X)", text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "-1", "+1", "0x", "0x-1", "abc", "1.5", "0xffffffffffffffff", "9223372036854775808"})
    void whatIsNoNumberIsAbsent(String text) {
        assertThat(of("number(X)", text)).isNull();
    }

    @Test
    void accountSplitsAtTheFirstBackslash() {
        assertThat(of("accountDomain(X)", "NT AUTHORITY\\SYSTEM")).isEqualTo("nt authority");
        assertThat(of("accountName(X)", "NT AUTHORITY\\SYSTEM")).isEqualTo("system");
        assertThat(of("accountName(X)", "A\\b\\C")).isEqualTo("b\\c");
        assertThat(of("accountDomain(X)", "Ann")).isNull();
        assertThat(of("accountName(X)", "Ann")).isEqualTo("ann");
        assertThat(of("withoutDomain(X)", "CORP\\Ann")).isEqualTo("Ann");
    }

    @Test
    void hashesAreFoundByTheirWholeNameInAnyOrder() {
        assertThat(of("sha1(X)", "MD5=AA,SHA1=BB,SHA256=CC")).isEqualTo("bb");
        assertThat(of("sha256(X)", "SHA256=CC")).isEqualTo("cc");
        assertThat(of("md5(X)", "XMD5=AA")).isNull();
        assertThat(of("sha1(X)", "SHA256=CC,SHA1=")).isNull();
        assertThat(of("imphash(X)", "Unknown")).isNull();
    }

    @Test
    void levelsAndElevationsHaveWords() {
        assertThat(List.of(
                        of("integrityLevel(X)", "S-1-16-4096"),
                        of("integrityLevel(X)", "S-1-16-8192"),
                        of("integrityLevel(X)", "S-1-16-12288"),
                        of("integrityLevel(X)", "S-1-16-16384"),
                        of("integrityLevel(X)", "Medium")))
                .containsExactly("Low", "Medium", "High", "System", "Medium");
        assertThat(of("integrityLevel(X)", "S-1-16-8448")).isNull();
        assertThat(of("tokenElevation(X)", "%%1938")).isEqualTo("TokenElevationTypeLimited");
        assertThat(of("tokenElevation(X)", "1938")).isNull();
        assertThat(of("protocolName(X)", "TCP")).isEqualTo("Tcp");
        assertThat(of("protocolName(X)", "icmp")).isEqualTo("icmp");
    }

    @Test
    void pathsSplitAtTheirLastSeparator() {
        assertThat(of("fileName(X)", "C:\\a\\b.exe")).isEqualTo("b.exe");
        assertThat(of("fileName(X)", "/usr/bin/x")).isEqualTo("x");
        assertThat(of("fileName(X)", "System")).isEqualTo("System");
        assertThat(of("folder(X)", "C:\\a\\b.exe")).isEqualTo("C:\\a");
        assertThat(of("folder(X)", "b.exe")).isNull();
        assertThat(of("firstToken(X)", "\"C:\\Program Files\\a.exe\" -x")).isEqualTo("C:\\Program Files\\a.exe");
        assertThat(of("firstToken(X)", "a.exe -x")).isEqualTo("a.exe");
    }

    @Test
    void pipesAndListsKeepTheirParts() {
        assertThat(of("pipePath(X)", "\\srvsvc")).isEqualTo("\\Device\\NamedPipe\\srvsvc");
        assertThat(of("pipePath(X)", "<Anonymous Pipe>")).isEqualTo("<Anonymous Pipe>");
        assertThat(of("listed(X)", "a; b;;")).isEqualTo(List.of("a", "b"));
        assertThat(of("listed(X)", ";")).isNull();
    }

    @Test
    void unreadableSysmonTimeGivesWayToTheTimeOfLogging() {
        assertThat(EventTime.of(TestEvents.sysmon(1, "UtcTime", "-"))).isEqualTo(TestEvents.ticks(TestEvents.NOON));
    }

    @Test
    void jsonEscapesWhatItMust() {
        assertThat(JsonText.of("a\"b\\c\nd\te\r\u0001ä")).isEqualTo("\"a\\\"b\\\\c\\nd\\te\\r\\u0001ä\"");
    }

    @Test
    void wordsAreFoundWhateverTheCaseOfTheirText() {
        assertThat(of("logonResult(X)", "0xC000006A")).isEqualTo("Incorrect password");
        assertThat(of("dnsResponse(X)", "9003")).isEqualTo("NXDOMAIN");
        assertThat(of("dnsResponse(X)", "nothing")).isNull();
        assertThat(of("activity(X)", "4688")).isEqualTo("4688 - A new process has been created.");
        assertThat(of("levelName(X)", "7")).isNull();
        assertThat(of("logonTypeName(X)", "99")).isNull();
    }

    @Test
    void namesAreJoinedAndBracesTakenAway() {
        assertThat(of("user(X, =b)", "A")).isEqualTo("A\\b");
        assertThat(of("user(Y, =b)", "A")).isEqualTo("b");
        assertThat(of("user(X, Y)", "A")).isNull();
        assertThat(of("account(Y, =b)", "A")).isEqualTo("\\b");
        assertThat(of("ifGiven(X, =b)", "A")).isEqualTo("b");
        assertThat(of("ifGiven(Y, =b)", "A")).isNull();
        assertThat(of("unbraced(X)", "{1-2}")).isEqualTo("1-2");
        assertThat(of("unbraced(X)", "{")).isEqualTo("{");
        assertThat(of("dnsCode(X)", "9003")).isEqualTo(3L);
        assertThat(of("dnsCode(X)", "1460")).isEqualTo(1460L);
    }

    @Test
    void registryPathsHaveTheNormalizedHeads() {
        assertThat(of("registryPath(X)", "HKU\\S-1\\A")).isEqualTo("HKEY_USERS\\S-1\\A");
        assertThat(of("registryPath(X)", "HKCR\\A")).isEqualTo("HKEY_LOCAL_MACHINE\\Classes\\A");
        assertThat(of("registryParent(X)", "HKLM\\A\\v")).isEqualTo("HKEY_LOCAL_MACHINE\\A");
        assertThat(of("registryParent(X)", "v")).isEqualTo("v");
        assertThat(of("registryKind(X)", "Binary Data")).isEqualTo("Reg_Binary");
        assertThat(of("registryKind(X)", "text")).isNull();
    }
}
