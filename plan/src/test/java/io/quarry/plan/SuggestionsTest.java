package io.quarry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private static final List<String> COLUMNS =
            List.of("AccountName", "AccountSid", "DeviceName", "FileName", "FolderPath");

    @Test
    void nearNamesComeBestFirst() {
        assertThat(Suggestions.near("DeviceNmae", COLUMNS)).first().isEqualTo("DeviceName");
        assertThat(Suggestions.near("wheer", List.of("where"))).containsExactly("where");
        assertThat(Suggestions.near("filename", COLUMNS)).first().isEqualTo("FileName");
    }

    @Test
    void nothingIsSuggestedForANameFarFromAll() {
        assertThat(Suggestions.near("RemoteIP", COLUMNS)).isEmpty();
        assertThat(Suggestions.near("x", List.of())).isEmpty();
    }
}
