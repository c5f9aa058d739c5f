package io.quarry.cli;

import io.quarry.cli.output.RowWriter;
import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.plan.Chart;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A folder with a file for each result, called by the result's name and the form's usual ending. */
final class ResultFolder implements ResultSink {
    private final Path folder;
    private final RowOutput output;
    private final Set<String> taken = new HashSet<>();

    /** @param folder is made if there is none */
    ResultFolder(Path folder, RowOutput output) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.output = output.toFile();
    }

    @Override
    public RowWriter next(String name, Optional<Chart> chart) throws IOException {
        Path file = folder.resolve(fileName(name));
        Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        return new FileRows(file, out, output.writer(out, chart));
    }

    @Override
    public void close() {
        // Each file is closed with its rows.
    }

    /** The name with what file systems take amiss replaced; numbered where it is taken already. */
    private String fileName(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}_.-]+", "-").replaceFirst("^[.-]+", "");
        String stem = plain.isEmpty() ? "result" : plain;
        String candidate = stem;
        for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = stem + "-" + i;
        }
        return candidate + "." + output.form().format().ending();
    }

    /** The rows of one file, which is closed with them, and then named. */
    private final class FileRows implements RowWriter {
        private final Path file;
        private final Writer out;
        private final RowWriter rows;
        private long written;

        FileRows(Path file, Writer out, RowWriter rows) {
            this.file = file;
            this.out = out;
            this.rows = rows;
        }

        @Override
        public void begin(Schema schema) throws IOException {
            rows.begin(schema);
        }

        @Override
        public void rows(Batch batch) throws IOException {
            written += batch.rows();
            rows.rows(batch);
        }

        @Override
        public void close() throws IOException {
            try (out) {
                rows.close();
            }
            output.notes().line("wrote " + file + ": " + Words.count(written, "row"));
        }
    }
}
