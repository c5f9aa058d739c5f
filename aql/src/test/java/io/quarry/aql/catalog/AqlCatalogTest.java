package io.quarry.aql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AqlCatalogTest {
    private static final AqlColumns EVENTS =
            AqlCatalog.standard().table("EVENTS").orElseThrow().columns();

    @Test
    void eventsHave67BuiltInColumns() {
        assertThat(EVENTS.all().stream().filter(column -> column.origin() == AqlColumn.Origin.BUILT_IN))
                .hasSize(67);
    }

    @Test
    void namesAreUnique() {
        List<String> names = EVENTS.all().stream().map(AqlColumn::name).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void bareNamesAreFoundInAnyCase() {
        assertThat(EVENTS.bare("QIDEventCategory")).map(AqlColumn::name).contains("qideventcategory");
        assertThat(EVENTS.bare("eventID")).map(AqlColumn::name).contains("EventID");
    }

    @Test
    void aQuotedNameOfThatSpellingIsThePropertyAndElseTheBuiltInColumn() {
        assertThat(EVENTS.quoted("DestinationIp")).map(AqlColumn::type).contains(AqlType.STRING);
        assertThat(EVENTS.bare("DestinationIp")).map(AqlColumn::type).contains(AqlType.IP);
        assertThat(EVENTS.quoted("destinationIP")).map(AqlColumn::type).contains(AqlType.IP);
        assertThat(EVENTS.quoted("Destination IP")).map(AqlColumn::type).contains(AqlType.STRING);
    }

    @Test
    void propertiesCanBeDeclared() {
        AqlCatalog more = AqlCatalog.standard().withProperties(java.util.Map.of("Our Property", AqlType.STRING));
        assertThat(more.table("events").orElseThrow().columns().quoted("our property"))
                .isPresent();
    }
}
