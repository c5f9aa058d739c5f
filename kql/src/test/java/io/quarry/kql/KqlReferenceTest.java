package io.quarry.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.plan.reference.Construct;
import io.quarry.plan.reference.Support;
import org.junit.jupiter.api.Test;

class KqlReferenceTest {
    private static final KqlReference REFERENCE = KqlReference.instance();

    @Test
    void everyExampleIsUnderstoodOrRefusedByName() {
        assertThat(REFERENCE.constructs()).allSatisfy(construct -> assertThat(REFERENCE.support(construct))
                .isNotNull());
    }

    @Test
    void namesAreUniqueWithinTheirKind() {
        assertThat(REFERENCE.constructs().stream().map(construct -> construct.kind() + " " + construct.name()))
                .doesNotHaveDuplicates();
    }

    @Test
    void functionsHaveTheWordsOfTheirAnnotations() {
        Construct strlen = REFERENCE.find(KqlReference.SCALAR, "strlen").orElseThrow();
        assertThat(strlen.usage()).isEqualTo("strlen(string/dynamic) -> long");
        assertThat(strlen.doc()).isNotEmpty();
        assertThat(strlen.example()).contains(" -> ");
        assertThat(REFERENCE.support(strlen)).isEqualTo(Support.SUPPORTED);
    }

    @Test
    void whatIsRefusedIsListedToo() {
        assertThat(REFERENCE.support(REFERENCE.find("plugin", "python").orElseThrow()))
                .isEqualTo(Support.REFUSED);
        assertThat(REFERENCE.support(
                        REFERENCE.find(KqlReference.SCALAR, "geo_polygon_area").orElseThrow()))
                .isEqualTo(Support.REFUSED);
    }
}
