package io.quarry.bench;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Table;
import io.quarry.data.Vector;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A DuckDB database. Datetimes are held as our ticks, in a BIGINT. */
public final class DuckDb implements AutoCloseable {
    private final Connection connection;

    private DuckDb(String place) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:" + place);
    }

    /** A database file, made if there is none. */
    public static DuckDb inFile(Path file) throws SQLException {
        return new DuckDb(file.toString());
    }

    public static DuckDb inMemory() throws SQLException {
        return new DuckDb("");
    }

    public void useThreads(int threads) throws SQLException {
        execute("SET threads = " + threads);
    }

    public String version() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    /** Copies a table, which then lies compressed in the file. */
    public void load(String name, Table table) throws SQLException {
        Schema schema = table.schema();
        execute("CREATE TABLE " + name
                + schema.fields().stream().map(DuckDb::column).collect(Collectors.joining(", ", " (", ")")));
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, name)) {
            for (Batch batch : table.read(schema.names())) {
                for (int row = 0; row < batch.rows(); row++) {
                    append(appender, batch, row);
                }
            }
        }
        execute("CHECKPOINT");
    }

    private static String column(Field field) {
        return field.name() + (field.type().isLongBacked() ? " BIGINT" : " VARCHAR");
    }

    private static void append(DuckDBAppender appender, Batch batch, int row) throws SQLException {
        appender.beginRow();
        for (Vector column : batch.columns()) {
            Object value = column.value(row);
            if (value instanceof Long number) {
                appender.append(number.longValue());
            } else {
                appender.append((String) value);
            }
        }
        appender.endRow();
    }

    /** All rows of a query. */
    public List<List<Object>> query(String sql) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    Object value = result.getObject(i);
                    row.add(value instanceof Integer small ? Long.valueOf(small) : value);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
