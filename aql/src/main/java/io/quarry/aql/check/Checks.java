package io.quarry.aql.check;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Query;
import java.util.List;

/** All checks, in the order in which they look. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new SplitAddress(),
            new TimeOutsideWindow(),
            new TimeInSeconds(),
            new DoubledBackslash(),
            new UnanchoredPattern(),
            new UnanchoredRegex(),
            new ImpossibleCase(),
            new AddressAsText(),
            new LabelFilterMismatch(),
            new NullComparison(),
            new ConstantCondition(),
            new PlaceholderText(),
            new ConstantKey(),
            new LiteralWildcard(),
            new WeekYear(),
            new PatternWithoutDate(),
            new LogSourceTypeName(),
            new QidAsEventId(),
            new UnknownQid());

    private Checks() {}

    /** Reports the defects of a query and of those inside it. */
    public static void run(Query query, AqlCatalog catalog, Findings findings) {
        Subject subject = new Subject(query, catalog, findings);
        for (Check check : ALL) {
            check.check(subject);
        }
        for (Query inner : subject.inner()) {
            run(inner, catalog, findings);
        }
    }
}
