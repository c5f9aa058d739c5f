package io.quarry.bench.fleet;

import io.quarry.data.Batch;
import io.quarry.data.LongVector;
import io.quarry.data.Schema;
import io.quarry.data.Table;
import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A table of Defender's, filled with a day of made-up events. The same seed gives the same rows. */
public final class GeneratedTable {
    public static final int SEGMENT_ROWS = 1 << 16;

    /** Events are about files of these numbers; the table of certificates starts with number 0. */
    private static final int HASHED_FILES = 120_000;

    private final Schema schema;
    private final Fleet fleet;
    private final long end;
    private final List<TextColumn> texts = new ArrayList<>();
    private final List<List<Vector>> segments = new ArrayList<>();
    private int rowsMade;

    private GeneratedTable(Schema schema, long seed, long end) {
        this.schema = schema;
        this.fleet = new Fleet(seed);
        this.end = end;
        schema.fields().forEach(field -> texts.add(new TextColumn()));
    }

    /**
     * @param end the events are of the 24 hours before it, ticks
     */
    public static Table make(Schema schema, int rows, long seed, long end) {
        GeneratedTable table = new GeneratedTable(schema, seed, end);
        for (int from = 0; from < rows; from += SEGMENT_ROWS) {
            table.segment(Math.min(SEGMENT_ROWS, rows - from));
        }
        return table.finish();
    }

    private void segment(int rows) {
        long[][] numbers = new long[schema.size()][rows];
        texts.forEach(text -> text.start(rows));
        for (int row = 0; row < rows; row++) {
            row(row, numbers);
        }
        texts.forEach(TextColumn::end);
        List<Vector> columns = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            Type type = schema.type(i);
            columns.add(type.isLongBacked() ? LongVector.of(type, numbers[i], null, rows) : null);
        }
        segments.add(columns);
    }

    private void row(int row, long[][] numbers) {
        Fleet.Program program = fleet.program();
        Fleet.Program parent = fleet.program();
        String path = fleet.path();
        Random random = fleet.random();
        for (int i = 0; i < schema.size(); i++) {
            if (schema.type(i) == Type.DATETIME) {
                numbers[i][row] = end - (long) (random.nextDouble() * (Ticks.PER_DAY - 1)) - 1;
            } else if (schema.type(i).isLongBacked()) {
                numbers[i][row] = 1 + fleet.skewed(60_000);
            } else {
                texts.get(i).add(text(schema.name(i), program, parent, path));
            }
        }
        rowsMade++;
    }

    private String text(String column, Fleet.Program program, Fleet.Program parent, String path) {
        boolean isFile = !schema.names().contains("ProcessCommandLine");
        boolean isCertificate = schema.names().contains("Signer");
        return switch (column) {
            case "DeviceName" -> fleet.host();
            case "AccountName", "InitiatingProcessAccountName" -> fleet.user();
            case "FileName" -> isFile ? path.substring(path.lastIndexOf('\\') + 1) : program.name();
            case "FolderPath" -> isFile ? path : program.folder();
            case "ProcessCommandLine" -> fleet.commandLine(program);
            case "InitiatingProcessFileName" -> parent.name();
            case "InitiatingProcessFolderPath" -> parent.folder();
            case "InitiatingProcessCommandLine" -> fleet.commandLine(parent);
            case "ActionType" -> fleet.random().nextBoolean() ? "ConnectionSuccess" : "FileCreated";
            case "RemoteIP" -> fleet.address();
            case "RemoteIPType" -> fleet.random().nextInt(3) == 0 ? "Public" : "Private";
            case "SHA1" -> fleet.sha1(isCertificate ? rowsMade : fleet.random().nextInt(HASHED_FILES));
            case "Signer" -> "Vendor " + rowsMade % 300;
            case "AdditionalFields" -> fleet.additionalFields();
            case "RemoteUrl" -> "host" + fleet.skewed(5000) + ".example";
            default -> throw new IllegalStateException("no values for column " + column);
        };
    }

    private Table finish() {
        List<List<? extends Vector>> vectors = new ArrayList<>();
        texts.forEach(text -> vectors.add(text.vectors()));
        List<Batch> batches = new ArrayList<>();
        for (int segment = 0; segment < segments.size(); segment++) {
            List<Vector> columns = segments.get(segment);
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i) == null) {
                    columns.set(i, vectors.get(i).get(segment));
                }
            }
            batches.add(new Batch(schema, columns, columns.get(0).size()));
        }
        return Table.of(schema, batches);
    }
}
