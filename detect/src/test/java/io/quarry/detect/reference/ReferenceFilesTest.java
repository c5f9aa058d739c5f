package io.quarry.detect.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.aql.reference.Asset;
import io.quarry.aql.reference.ElementType;
import io.quarry.aql.reference.NameList;
import io.quarry.aql.reference.Network;
import io.quarry.aql.reference.Offense;
import io.quarry.aql.reference.ReferenceCollection.Members;
import io.quarry.aql.reference.ReferenceCollection.MembersByKey;
import io.quarry.aql.reference.ReferenceCollection.Table;
import io.quarry.aql.reference.ReferenceCollection.Values;
import io.quarry.aql.reference.ReferenceDataException;
import io.quarry.functions.lookup.GeoDatabase;
import io.quarry.plan.FunctionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferenceFilesTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsKnownOfAnEmptyFolderButWhatShips() {
        ReferenceFiles files = files();
        assertThat(files.collection("x")).isEmpty();
        assertThat(files.collections()).isEmpty();
        assertThat(files.assets()).isEmpty();
        assertThat(files.networks()).isEmpty();
        assertThat(files.places()).isEmpty();
        assertThat(files.offense(1)).isEmpty();
        assertThat(files.savedSearch("x")).isEmpty();
        assertThat(files.names(NameList.QID)).isEmpty();
        assertThat(files.names(NameList.PROTOCOL).orElseThrow()).containsEntry("6", "TCP");
    }

    @Test
    void collectionsAreReadFromCsv() throws IOException {
        write("sets/Bad hosts.csv", "value:IP\n192.0.2.1\n\"192.0.2.2\"\n");
        write("sets/words.txt", "one\n\ntwo words\n");
        write("maps/owners.csv", "key,value:ALNIC\nws01,ann\nws01,bob\nws02,\n");
        write("maps-of-sets/groups.csv", "key,value\na,1\na,2\nb,3\n");
        write("tables/hosts.csv", "key,owner,address:IP\nws01,ann,10.0.0.1\nws02,,10.0.0.2\n");
        ReferenceFiles files = files();
        assertThat(files.collections()).containsExactly("Bad hosts", "groups", "hosts", "owners", "words");
        assertThat(files.collection("BAD HOSTS"))
                .contains(new Members(ElementType.IP, Set.of("192.0.2.1", "192.0.2.2")));
        assertThat(files.collection("words")).contains(new Members(ElementType.ALN, Set.of("one", "two words")));
        assertThat(files.collection("owners"))
                .contains(new Values(ElementType.ALNIC, Map.of("ws01", "bob", "ws02", "")));
        assertThat(files.collection("groups"))
                .contains(new MembersByKey(ElementType.ALN, Map.of("a", Set.of("1", "2"), "b", Set.of("3"))));
        assertThat(files.collection("hosts"))
                .contains(new Table(
                        Map.of("owner", ElementType.ALN, "address", ElementType.IP),
                        Map.of(
                                "ws01",
                                Map.of("owner", "ann", "address", "10.0.0.1"),
                                "ws02",
                                Map.of("address", "10.0.0.2"))));
    }

    @Test
    void collectionsAreReadFromJsonAsTheApiGivesIt() throws IOException {
        write("sets/s.json", "{\"element_type\": \"NUM\", \"data\": [{\"value\": \"7\", \"source\": \"x\"}]}");
        write("sets/plain.json", "[\"a\", 8]");
        write("maps/m.json", "{\"element_type\": \"ALN\", \"data\": {\"k\": {\"value\": \"v\"}}}");
        write("maps-of-sets/ms.json", "{\"data\": {\"k\": [{\"value\": \"v\"}, {\"value\": \"w\"}]}}");
        write(
                "tables/t.json",
                "{\"key_name_types\": {\"ip\": \"IP\"}, \"data\": {\"k\": {\"ip\": {\"value\": \"192.0.2.1\"}}}}");
        ReferenceFiles files = files();
        assertThat(files.collection("s")).contains(new Members(ElementType.NUM, Set.of("7")));
        assertThat(files.collection("plain")).contains(new Members(ElementType.ALN, Set.of("a", "8")));
        assertThat(files.collection("m")).contains(new Values(ElementType.ALN, Map.of("k", "v")));
        assertThat(files.collection("ms")).contains(new MembersByKey(ElementType.ALN, Map.of("k", Set.of("v", "w"))));
        assertThat(files.collection("t"))
                .contains(new Table(Map.of("ip", ElementType.IP), Map.of("k", Map.of("ip", "192.0.2.1"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "sets/x.csv # a,b # the line of names is 'a,b', expected 'value', or with a type 'value:IP'",
                "maps/x.csv # value # the line of names is 'value', expected 'key,value', or with a type 'key,value:IP'",
                "tables/x.csv # key # expected 'key' and a name for each column, like 'key,owner,address:IP'",
                "sets/x.csv # value:TEXT # 'TEXT' is no type of elements; there are ALN, ALNIC, NUM, IP, PORT, DATE",
                "sets/x.csv # '' # it has no line of names",
                "sets/x.json # {\"data\": 3} # expected a list of values",
                "maps/x.json # [1] # expected an object of values by their keys",
                "sets/x.json # [1 # it is no JSON",
                "sets/x.json # null # expected a list of values",
                "sets/x.json # {\"data\": null} # expected a list of values",
                "maps/x.json # {\"data\": null} # expected an object of values by their keys",
                "tables/x.json # {\"data\": {\"k\": null}} # expected an object of values by their keys",
            })
    void whatCannotBeReadIsSaid(String file, String text, String message) throws IOException {
        write(file, text);
        assertThatThrownBy(() -> files().collection("x"))
                .isInstanceOf(ReferenceDataException.class)
                .hasMessageContaining(folder.resolve(file) + " cannot be used: ")
                .hasMessageEndingWith(message);
    }

    @Test
    void nullsOfJsonAreNoValues() throws IOException {
        write("sets/s.json", "[\"a\", null, {\"value\": null}]");
        write("maps/m.json", "{\"a\": null, \"b\": \"x\"}");
        write("tables/t.json", "{\"k\": {\"a\": null, \"b\": \"x\"}}");
        assertThat(files().collection("s")).contains(new Members(ElementType.ALN, Set.of("a")));
        assertThat(files().collection("m")).contains(new Values(ElementType.ALN, Map.of("b", "x")));
        assertThat(files().collection("t"))
                .contains(new Table(Map.of("a", ElementType.ALN, "b", ElementType.ALN), Map.of("k", Map.of("b", "x"))));
    }

    @Test
    void theExactSpellingOfANameComesFirst() throws IOException {
        write("sets/Hosts.csv", "value\nother\n");
        write("sets/hosts.csv", "value\nexact\n");
        assertThat(files().collection("hosts")).contains(new Members(ElementType.ALN, Set.of("exact")));
        assertThat(files().collection("Hosts")).contains(new Members(ElementType.ALN, Set.of("other")));
    }

    @Test
    void namesComeByAscendingNumber() throws IOException {
        write("names/component.csv", "number,name\n20,ecs\n100,ecs\n3,ecs\n");
        assertThat(files().names(NameList.COMPONENT).orElseThrow().keySet()).containsExactly("3", "20", "100");
    }

    @Test
    void anOffenseThatEndsBeforeItStartsIsDamage() throws IOException {
        write("offenses.csv", "id,start,end\n1,10,5\n");
        assertThatThrownBy(() -> files().offense(1))
                .isInstanceOf(ReferenceDataException.class)
                .hasMessageEndingWith("an offense ends at 5, before it starts at 10");
    }

    @Test
    void aFileInUtf16WithItsMarkIsRead() throws IOException {
        Files.createDirectories(folder.resolve("sets"));
        Files.write(folder.resolve("sets/x.csv"), "\uFEFFvalue\nä\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(files().collection("x")).contains(new Members(ElementType.ALN, Set.of("ä")));
    }

    @Test
    void thePlaceFileIsReadOnce() throws IOException {
        Path file = folder.resolve("city.mmdb");
        Files.write(file, MadeDatabase.of(Map.of("192.0.2", Map.of("city", Map.of("geoname_id", 42L)))));
        ReferenceFiles files = new ReferenceFiles(List.of(), Optional.of(file));
        GeoDatabase places = files.places().orElseThrow();
        assertThat(files.and(folder).places().orElseThrow()).isSameAs(places);
    }

    @Test
    void aPlaceThatCannotBeReadIsAFailureOfTheCall() throws IOException {
        byte[] made = MadeDatabase.of(Map.of("192.0.2", Map.of("city", Map.of("geoname_id", 42L))));
        String text = new String(made, StandardCharsets.ISO_8859_1);
        // The first value, a map, becomes a pointer behind the end of the data.
        int city = text.indexOf("city") - 2;
        made[city] = 0x3f;
        Path file = Files.write(folder.resolve("city.mmdb"), made);
        GeoDatabase places =
                new ReferenceFiles(List.of(), Optional.of(file)).places().orElseThrow();
        assertThatThrownBy(() -> places.place("192.0.2.77"))
                .isInstanceOf(FunctionException.class)
                .hasMessageStartingWith(file + " is damaged where it tells the place of 192.0.2.77");
    }

    @Test
    void namesOfFilesStandOverThoseThatShip() throws IOException {
        write("names/protocol.csv", "number,name\n6,tcp_ip\n");
        write("names/qid.json", "[{\"id\": 5000475, \"name\": \"Process Create\"}]");
        assertThat(files().names(NameList.PROTOCOL).orElseThrow())
                .containsEntry("6", "tcp_ip")
                .containsEntry("17", "UDP");
        assertThat(files().names(NameList.QID)).contains(Map.of("5000475", "Process Create"));
    }

    @Test
    void assetsNetworksOffensesAndSearchesAreRead() throws IOException {
        write(
                "assets.csv",
                "address,hostname,username,since,domain,searches,Location\n10.0.0.1 2001:db8::1,ws01,ann,7,3,A; B,Bonn\n");
        write(
                "networks.json",
                "[{\"cidr\": \"10.0.0.0/8\", \"group\": \"HQ.Lab\", \"name\": \"Bench\", \"domain_id\": 0}]");
        write("offenses.csv", "id,start,end\n13,100,200\n");
        write("searches/Top talkers.aql", "SELECT sourceip FROM events LAST 1 HOURS");
        ReferenceFiles files = files();
        assertThat(files.assets().orElseThrow())
                .containsExactly(new Asset(
                        List.of("10.0.0.1", "2001:db8::1"),
                        OptionalLong.of(3),
                        OptionalLong.of(7),
                        Map.of("hostname", "ws01", "username", "ann", "Location", "Bonn"),
                        Set.of("A", "B")));
        assertThat(files.networks().orElseThrow())
                .containsExactly(new Network("10.0.0.0/8", "HQ.Lab.Bench", OptionalLong.of(0)));
        assertThat(files.offense(13)).contains(new Offense(100, 200));
        assertThat(files.offense(14)).isEmpty();
        assertThat(files.savedSearch("top talkers").orElseThrow().text()).startsWith("SELECT sourceip");
    }

    @Test
    void assetsOfTheApiAreRead() throws IOException {
        write(
                "assets.json",
                "[{\"id\": 1, \"domain_id\": 0, \"interfaces\": [{\"ip_addresses\": [{\"value\": \"10.0.0.1\"}]}], "
                        + "\"hostnames\": [{\"name\": \"ws01\"}], \"users\": [{\"username\": \"ann\"}], "
                        + "\"properties\": [{\"name\": \"Location\", \"value\": \"Bonn\"}]}]");
        assertThat(files().assets().orElseThrow())
                .containsExactly(new Asset(
                        List.of("10.0.0.1"),
                        OptionalLong.of(0),
                        OptionalLong.empty(),
                        Map.of("hostname", "ws01", "username", "ann", "Location", "Bonn"),
                        Set.of()));
    }

    @Test
    void theFirstFolderCounts(@TempDir Path second) throws IOException {
        write("sets/s.csv", "value\nfirst\n");
        Files.createDirectories(second.resolve("sets"));
        Files.writeString(second.resolve("sets/s.csv"), "value\nsecond\n");
        assertThat(files().and(second).collection("s")).contains(new Members(ElementType.ALN, Set.of("first")));
    }

    @Test
    void placesComeFromAFileOfMaxMinds() throws IOException {
        Path file = folder.resolve("city.mmdb");
        Files.write(
                file,
                MadeDatabase.of(Map.of(
                        "192.0.2",
                        Map.of(
                                "city", Map.of("geoname_id", 42L, "names", Map.of("en", "Bonn")),
                                "location", Map.of("latitude", 50.7, "longitude", 7.1)))));
        ReferenceFiles files = new ReferenceFiles(List.of(), Optional.of(file));
        assertThat(files.places().orElseThrow().place("192.0.2.77").orElseThrow())
                .isEqualTo(Map.of(
                        "city", Map.of("geoname_id", 42L, "names", Map.of("en", "Bonn")),
                        "location", Map.of("latitude", 50.7, "longitude", 7.1)));
        assertThat(files.places().orElseThrow().place("192.0.3.1")).isEmpty();
        assertThat(files.places().orElseThrow().place("2001:db8::1")).isEmpty();
        assertThat(files.places().orElseThrow().place("no address")).isEmpty();
    }

    /** 192.0.589 is how a resolver spells 192.0.2.77; names like fade.dad would be asked of name servers. */
    @Test
    void noNameServerIsAskedForAPlace() throws IOException {
        Path file = folder.resolve("city.mmdb");
        Files.write(file, MadeDatabase.of(Map.of("192.0.2", Map.of("city", Map.of("geoname_id", 42L)))));
        GeoDatabase places =
                new ReferenceFiles(List.of(), Optional.of(file)).places().orElseThrow();
        assertThat(places.place("192.0.2.77")).isPresent();
        assertThat(places.place("192.0.589")).isEmpty();
        assertThat(places.place("fade.dad")).isEmpty();
    }

    @Test
    void addressesOfAssetsAreAddresses() throws IOException {
        write("assets.csv", "address,hostname\n10.0.0.1 fe80::1,a\n10.0.0.300,b\n");
        assertThatThrownBy(() -> files().assets())
                .isInstanceOf(ReferenceDataException.class)
                .hasMessageEndingWith("assets.csv cannot be used: '10.0.0.300' is no address");
    }

    @Test
    void textThatIsNotUtf8IsSaidToBe() throws IOException {
        Files.createDirectories(folder.resolve("sets"));
        Files.write(folder.resolve("sets/x.txt"), new byte[] {'a', (byte) 0xe9, '\n'});
        assertThatThrownBy(() -> files().collection("x"))
                .isInstanceOf(ReferenceDataException.class)
                .hasMessageEndingWith("x.txt cannot be used: not a text file: byte 1 is not UTF-8");
    }

    @Test
    void anotherFileIsNoPlaceFile() throws IOException {
        Path file = folder.resolve("city.mmdb");
        Files.writeString(file, "nothing of the kind");
        assertThatThrownBy(() -> new ReferenceFiles(List.of(), Optional.of(file)).places())
                .isInstanceOf(ReferenceDataException.class)
                .hasMessageStartingWith(file + " cannot be used: ");
    }

    private ReferenceFiles files() {
        return new ReferenceFiles(List.of(folder), Optional.empty());
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
