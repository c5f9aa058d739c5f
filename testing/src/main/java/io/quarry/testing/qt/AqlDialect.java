package io.quarry.testing.qt;

import io.quarry.aql.Aql;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.plan.Compilation;
import io.quarry.plan.SourceText;
import java.util.List;

/** AQL over the file's tables, and the reference data among them. */
final class AqlDialect implements Dialect {
    @Override
    public Compilation compile(SourceText text, List<QtTable> tables, long clock) {
        AqlCatalog catalog = AqlCatalog.standard().reading(new QtReferenceData(tables));
        for (QtTable table : tables) {
            TableName name = new TableName(Platform.QRADAR, table.name());
            catalog = catalog.with(name, table.rows().schema());
        }
        return Aql.compile(text, catalog);
    }
}
