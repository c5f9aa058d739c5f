package io.quarry.aql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.reference.ReferenceData;
import io.quarry.plan.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of each code: its first query is reported, its second is not, and repairs lead from one to the other. */
final class DiagnosticPagesTest {
    private static final Path PAGES = Path.of("../docs/diagnostics");
    private static final Set<AqlCode> OF_DATA =
            EnumSet.of(AqlCode.UNKNOWN_COLLECTION, AqlCode.REFERENCE_DATA, AqlCode.GLOBAL_VIEW_READING);

    private static final Pattern QUERY = Pattern.compile("```aql\n(.*?)\n```", Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource(AqlCode.class)
    void pageShowsTheDefectAndWhatToWriteInstead(AqlCode code) throws IOException {
        String page = Files.readString(PAGES.resolve(code.name() + ".md"));
        List<String> queries =
                QUERY.matcher(page).results().map(result -> result.group(1)).toList();
        assertThat(queries).hasSize(2);
        assertThat(codes(queries.get(0), code)).contains(code.name());
        assertThat(codes(queries.get(1), code)).doesNotContain(code.name());
        assertThat(Compiling.compile(queries.get(1), data(code)).plan()).isPresent();
        assertThat(page).contains(severity(code));
    }

    @ParameterizedTest
    @EnumSource(AqlCode.class)
    void repairsLeadToWhatThePageShows(AqlCode code) throws IOException {
        List<String> queries = QUERY.matcher(Files.readString(PAGES.resolve(code.name() + ".md")))
                .results()
                .map(result -> result.group(1))
                .toList();
        boolean hasRepair = Compiling.compile(queries.get(0)).diagnostics().stream()
                .anyMatch(diagnostic ->
                        diagnostic.code() == code && diagnostic.repair().isPresent());
        if (hasRepair) {
            assertThat(Compiling.repaired(queries.get(0))).isEqualTo(queries.get(1));
        }
    }

    private static ReferenceData data(AqlCode code) {
        return OF_DATA.contains(code) ? new SampleReferenceData() : ReferenceData.UNKNOWN;
    }

    private static List<String> codes(String query, AqlCode code) {
        return Compiling.compile(query, data(code)).diagnostics().stream()
                .map(diagnostic -> diagnostic.code().name())
                .toList();
    }

    private static String severity(AqlCode code) {
        return code.severity() == Severity.ERROR
                ? "An error."
                : code.severity() == Severity.WARNING ? "A warning." : "An information.";
    }
}
