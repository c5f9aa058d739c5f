package io.quarry.detect.side;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.catalog.ExternalData;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileRowsTest {
    @ParameterizedTest
    @CsvSource({
        "C:\\\\temp, C:\\temp",
        "C:\\\\new\\\\readme, C:\\new\\readme",
        "a\\tb, 'a\tb'",
        "a\\\\\\tb, 'a\\\tb'",
        "\\x, \\x",
        "end\\, end\\",
    })
    void escapesOfTsveAreReadFromLeftToRight(String written, String expected) {
        Schema schema = new Schema(List.of(new Field("a", Type.STRING)));
        ExternalData data = new ExternalData(schema, List.of("x"), ExternalData.Format.TSVE, ExternalData.Header.NONE);
        assertThat(FileRows.of(written + "\n", data, "x")).containsExactly(List.of(expected));
    }
}
