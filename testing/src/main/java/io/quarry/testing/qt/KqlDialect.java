package io.quarry.testing.qt;

import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.kql.Kql;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Compilation;
import io.quarry.plan.SourceText;
import java.util.List;

/** KQL over the file's tables and those that the platform has. */
record KqlDialect(Platform platform) implements Dialect {
    @Override
    public Compilation compile(SourceText text, List<QtTable> tables, long clock) {
        KqlCatalog catalog = KqlCatalog.of(platform);
        for (QtTable table : tables) {
            TableName name = new TableName(platform, table.name());
            catalog = catalog.with(name, table.rows().schema());
        }
        return Kql.compile(text, catalog, Engine.probe(new QtTables(tables), RunOptions.at(clock)));
    }
}
