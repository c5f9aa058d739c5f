package io.quarry.data;

import java.util.List;

record BatchTable(Schema schema, List<Batch> batches) implements Table {
    @Override
    public List<Batch> read(List<String> columns) {
        int[] indexes = new int[columns.size()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = schema.indexOf(columns.get(i));
            if (indexes[i] < 0) {
                throw new IllegalArgumentException("no column " + columns.get(i) + " in " + schema);
            }
        }
        Schema selected = new Schema(
                java.util.Arrays.stream(indexes).mapToObj(schema::field).toList());
        return batches.stream()
                .map(batch -> new Batch(
                        selected,
                        java.util.Arrays.stream(indexes).mapToObj(batch::column).toList(),
                        batch.rows()))
                .toList();
    }
}
