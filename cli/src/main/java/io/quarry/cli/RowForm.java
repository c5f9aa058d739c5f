package io.quarry.cli;

import io.quarry.cli.output.OutputFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;

/** The form in which a query's rows come out. */
enum RowForm {
    /** On a terminal a chart, if the query asks for one, else what fits it best; elsewhere a table. */
    USUAL(OutputFormat.TABLE),
    CHART(OutputFormat.TABLE),
    TABLE(OutputFormat.TABLE),
    VERTICAL(OutputFormat.VERTICAL),
    NDJSON(OutputFormat.NDJSON),
    CSV(OutputFormat.CSV),
    JSON(OutputFormat.JSON);

    static final String CHOICES = "table (default), vertical (default on a terminal for wide rows), ndjson, csv, json,"
            + " chart (default on a terminal for queries that render one)";

    /** What users call the forms. */
    static final List<String> LABELS = Arrays.stream(values())
            .filter(form -> form != USUAL)
            .map(form -> form.name().toLowerCase(Locale.ROOT))
            .toList();

    private final OutputFormat format;

    RowForm(OutputFormat format) {
        this.format = format;
    }

    static RowForm of(CommandLine arguments) {
        String name = arguments.getOptionValue("f");
        return name == null ? USUAL : ofLabel(name);
    }

    /** @throws UsageException if there is no such form */
    static RowForm ofLabel(String name) {
        for (RowForm form : values()) {
            if (form != USUAL && form.name().equalsIgnoreCase(name)) {
                return form;
            }
        }
        throw new UsageException("no format '" + name + "'" + Words.near(name, LABELS) + "; expected one of "
                + String.join(", ", LABELS));
    }

    /** What rows look like that are not drawn. */
    OutputFormat format() {
        return format;
    }
}
