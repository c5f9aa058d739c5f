package io.quarry.detect.pack;

import io.quarry.aql.catalog.AqlReadings;
import io.quarry.data.Platform;
import io.quarry.detect.Allowance;
import io.quarry.detect.Branch;
import io.quarry.detect.DetectCode;
import io.quarry.detect.Detection;
import io.quarry.detect.Version;
import io.quarry.detect.rule.QueryContext;
import io.quarry.detect.rule.Rule;
import io.quarry.detect.rule.RuleFile;
import io.quarry.detect.scenario.Scenario;
import io.quarry.detect.side.GivenFiles;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Draft;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.telemetry.view.CustomProperty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A pack as its files declare it: {@code detection.yml}, {@code tuning.yml}, {@code tests/}.
 *
 * @param severity of the detection; branches may say another
 * @param published the texts as their authors published them
 * @param declared the custom properties that QRadar's events are to have for the pack's AQL
 * @param readings how the pack's AQL is read where AQL's documentation leaves that open
 */
public record Pack(
        Path folder,
        String id,
        String name,
        String severity,
        Duration every,
        List<Branch> branches,
        List<VersionFile> versions,
        List<PublishedFile> published,
        List<Allowance> allowances,
        List<DeclaredProperty> declared,
        AqlReadings readings,
        List<Scenario> scenarios) {
    public Pack {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(every, "every");
        branches = List.copyOf(branches);
        versions = List.copyOf(versions);
        published = List.copyOf(published);
        allowances = List.copyOf(allowances);
        declared = List.copyOf(declared);
        Objects.requireNonNull(readings, "readings");
        scenarios = List.copyOf(scenarios);
    }

    /**
     * The detection for one platform.
     *
     * @param file relative to the pack's folder
     * @param branchColumn the result column that names the branch; empty where each rule is a branch
     * @param source the text that declares it
     * @param span where that says the branch column
     */
    public record VersionFile(
            Platform platform, String file, Optional<String> branchColumn, SourceText source, Span span) {
        /**
         * The version that the file is, compiled.
         *
         * @throws QueryException if one of its queries gives no such column; one whose columns depend on the data may
         */
        public Version of(RuleFile compiled) {
            for (Rule rule : compiled.rules()) {
                if (branchColumn.isPresent()
                        && rule.draft() instanceof Draft.Complete complete
                        && complete.plan().schema().indexOf(branchColumn.get()) < 0) {
                    List<String> columns = complete.plan().schema().names();
                    throw new QueryException(List.of(Diagnostic.of(
                            DetectCode.PACK_UNKNOWN_NAME,
                            source,
                            span,
                            file + " gives no column '" + branchColumn.get() + "'",
                            "its columns are " + String.join(", ", columns))));
                }
            }
            return new Version(compiled, branchColumn);
        }
    }

    /** A text as it was published, relative to the pack's folder. */
    public record PublishedFile(Platform platform, String file) {}

    /** A custom property, and where it is declared. */
    public record DeclaredProperty(CustomProperty property, SourceText source, Span span) {}

    /** The custom properties that QRadar's events are to have for the pack's AQL. */
    public List<CustomProperty> properties() {
        return declared.stream().map(DeclaredProperty::property).toList();
    }

    /** What the pack's texts are compiled with: what the user gives, and after it what the pack has. */
    public QueryContext context(GivenFiles given) {
        return with(given.ofPack(folder).context());
    }

    /** What the pack's texts are checked with where the user gives no files: what the pack itself says. */
    public QueryContext contextToCheck(AqlReadings given) {
        QueryContext unknown = QueryContext.UNKNOWN.with(given);
        return with(GivenFiles.referenceOfPack(folder).map(unknown::with).orElse(unknown));
    }

    private QueryContext with(QueryContext context) {
        return context.with(properties()).with(readings.and(context.readings()));
    }

    /** The detection with these versions, tuned. */
    public Detection detection(List<Version> compiled) {
        return new Detection(id, name, severity, every, branches, compiled, allowances);
    }

    /** The detection with these versions, without its allow-list. */
    public Detection untuned(List<Version> compiled) {
        return new Detection(id, name, severity, every, branches, compiled, List.of());
    }
}
