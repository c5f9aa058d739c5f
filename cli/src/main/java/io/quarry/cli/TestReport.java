package io.quarry.cli;

import io.quarry.detect.packtest.ScenarioOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A form in which the outcome of pack tests is shown. */
interface TestReport {
    /** @param outcomes by the name of the pack */
    void write(Map<String, List<ScenarioOutcome>> outcomes) throws IOException;
}
