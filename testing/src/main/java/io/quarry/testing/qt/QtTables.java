package io.quarry.testing.qt;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.Tables;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.testing.Rows;
import java.util.List;

/** The tables of a file as the engine reads them: the last one of a name, whatever the platform. */
record QtTables(List<QtTable> tables) implements Tables {
    @Override
    public Table table(TableName name) {
        return new OpenTable(find(name.name()).rows());
    }

    QtTable find(String name) {
        for (int i = tables.size() - 1; i >= 0; i--) {
            if (tables.get(i).name().equals(name)) {
                return tables.get(i);
            }
        }
        throw new IllegalArgumentException("no table " + name);
    }

    /** As with Sigma's events, a column that is not there is one of nulls. */
    private record OpenTable(Rows rows) implements Table {
        @Override
        public Schema schema() {
            return rows.schema();
        }

        @Override
        public List<Batch> read(List<String> columns) {
            Batch all = rows.batch();
            Schema selected = new Schema(columns.stream().map(this::field).toList());
            List<Vector> vectors = columns.stream()
                    .map(column -> schema().indexOf(column) < 0
                            ? Vector.constant(Type.STRING, null, all.rows())
                            : all.column(schema().indexOf(column)))
                    .toList();
            return List.of(new Batch(selected, vectors, all.rows()));
        }

        private Field field(String column) {
            int index = schema().indexOf(column);
            return index < 0 ? new Field(column, Type.STRING) : schema().field(index);
        }
    }
}
