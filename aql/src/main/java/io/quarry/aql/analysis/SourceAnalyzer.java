package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.catalog.AqlTable;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.reference.ReferenceData;
import io.quarry.aql.reference.ReferenceDataException;
import io.quarry.aql.syntax.ForeignTable;
import io.quarry.aql.syntax.Query;
import io.quarry.aql.syntax.QueryParser;
import io.quarry.aql.syntax.TimeClause;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Repair;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands after {@code FROM} to rows. What is faulty is reported and becomes rows of which nothing is known. */
final class SourceAnalyzer {
    private final AqlCatalog catalog;
    private final Findings findings;
    private final Cursors cursors;

    SourceAnalyzer(AqlCatalog catalog, Findings findings, Cursors cursors) {
        this.catalog = catalog;
        this.findings = findings;
        this.cursors = cursors;
    }

    /** The rows of a query's source. */
    Rows rows(Query query) {
        if (query.source() instanceof Query.InnerQuery inner) {
            QueryAnalyzer.Analyzed analyzed = inner(inner.query());
            return Rows.of(analyzed.plan(), analyzed.columns());
        }
        if (query.source() instanceof Query.GlobalView view) {
            return view(view, query.time());
        }
        return query.source() instanceof Query.NamedSource named ? table(named) : Rows.unknown();
    }

    /** What a query within another one gives. */
    QueryAnalyzer.Analyzed inner(Query query) {
        QueryAnalyzer.Analyzed analyzed = QueryAnalyzer.analyze(query, catalog, findings, cursors);
        refuseLimit(analyzed, query.span());
        return analyzed;
    }

    private void refuseLimit(QueryAnalyzer.Analyzed part, Span place) {
        if (part.timeLimit().isPresent()) {
            findings.add(
                    CommonCode.UNSUPPORTED,
                    place,
                    "EXECUTIONTIMELIMIT cannot be kept by a part of a query",
                    "write it at the end of the whole query");
        }
    }

    private Rows table(Query.NamedSource named) {
        Optional<AqlTable> table = catalog.table(named.name());
        if (table.isPresent() && !named.isText()) {
            return Rows.of(table.get());
        }
        Optional<QueryAnalyzer.Analyzed> kept = cursors.read(named.name());
        if (kept.isPresent()) {
            return cursor(named, kept.get());
        }
        if (table.isPresent()) {
            String name = table.get().name().name();
            findings.add(
                    Repair.replace("remove the quotes", named.span(), name),
                    AqlCode.UNKNOWN_SOURCE,
                    named.span(),
                    "single quotes stand around the name of a result that was kept with INTO, not of a table",
                    "write " + name);
            return Rows.of(table.get());
        }
        unknown(named);
        return Rows.unknown();
    }

    private Rows cursor(Query.NamedSource named, QueryAnalyzer.Analyzed kept) {
        refuseLimit(kept, named.span());
        if (!catalog.isOn(AqlSwitch.CURSORS_ARE_TABLES)) {
            findings.add(
                    CommonCode.UNSUPPORTED, named.span(), "a result that was kept with INTO is not read as a table");
            return Rows.unknown();
        }
        findings.add(
                AqlCode.CURSOR_READING,
                named.span(),
                "the rows are those that the statement before kept as " + named.name()
                        + "; QRadar's documentation does not say how they are read");
        return Rows.of(kept.plan(), kept.columns());
    }

    private void unknown(Query.NamedSource named) {
        if (named.isText()) {
            findings.add(
                    CommonCode.UNSUPPORTED,
                    named.span(),
                    "no statement before this one keeps a result as '" + named.name() + "'",
                    "write the query that does before this one, with a semicolon between them",
                    "or put it in parentheses after FROM");
            return;
        }
        List<String> near = Suggestions.near(named.name().toLowerCase(Locale.ROOT), catalog.tableNames());
        String message = "there is no table " + named.name();
        Optional<String> instead = ForeignTable.instead(named.name());
        if (near.size() == 1 && Suggestions.isSlipOf(named.name(), near)) {
            findings.correct(AqlCode.UNKNOWN_SOURCE, named.span(), message, near.get(0));
        } else if (instead.isPresent() || near.isEmpty()) {
            String known = "events are in the table events; INTO keeps a result for a later statement of the same text";
            findings.add(AqlCode.UNKNOWN_SOURCE, named.span(), message, instead.orElse(known));
        } else {
            findings.add(AqlCode.UNKNOWN_SOURCE, named.span(), message, "did you mean " + String.join(", ", near));
        }
    }

    /** A saved search, run over the time that the query names: QRadar reads what it has accumulated of it. */
    private Rows view(Query.GlobalView view, Optional<TimeClause> time) {
        String mode = view.mode().toUpperCase(Locale.ROOT);
        if (!List.of("NORMAL", "HOURLY", "DAILY").contains(mode)) {
            findings.add(
                    AqlCode.NOT_CONVERTIBLE, view.span(), "'" + view.mode() + "' is none of NORMAL, HOURLY, DAILY");
            return Rows.unknown();
        }
        ReferenceData reference = catalog.reference();
        if (reference == ReferenceData.UNKNOWN) {
            findings.add(
                    AqlCode.NO_LOOKUP_DATA, view.span(), "the saved search '" + view.search() + "' is not known here");
            return Rows.unknown();
        }
        Optional<SourceText> text;
        try {
            text = reference.savedSearch(view.search());
        } catch (ReferenceDataException e) {
            findings.add(AqlCode.REFERENCE_DATA, view.span(), e.getMessage());
            return Rows.unknown();
        }
        if (text.isEmpty()) {
            findings.add(
                    AqlCode.UNKNOWN_SOURCE,
                    view.span(),
                    "there is no saved search '" + view.search() + "' among those given");
            return Rows.unknown();
        }
        if (!mode.equals("NORMAL")) {
            findings.add(
                    CommonCode.UNSUPPORTED,
                    view.span(),
                    "the rows that QRadar accumulates by hour or day are not known",
                    "'NORMAL' runs the saved search itself");
            return Rows.unknown();
        }
        return search(view, text.get(), time);
    }

    private Rows search(Query.GlobalView view, SourceText text, Optional<TimeClause> time) {
        Findings inner = new Findings(text);
        List<Query> queries = QueryParser.parse(inner);
        Optional<QueryAnalyzer.Analyzed> analyzed = queries.size() == 1 && !inner.hasErrors()
                ? Optional.of(QueryAnalyzer.analyze(
                        queries.get(0).over(time),
                        catalog.reading(new WithoutSearches(catalog.reference())),
                        inner,
                        new Cursors()))
                : Optional.empty();
        Optional<Diagnostic> error =
                inner.inOrder().stream().filter(Diagnostic::isError).findFirst();
        if (error.isPresent() || analyzed.isEmpty()) {
            findings.add(
                    AqlCode.REFERENCE_DATA,
                    view.span(),
                    "the saved search '" + view.search() + "' cannot be run: "
                            + error.map(Diagnostic::message).orElse("it is no single query"));
            return Rows.unknown();
        }
        findings.add(
                AqlCode.GLOBAL_VIEW_READING,
                view.span(),
                "the saved search is run; QRadar reads what it has accumulated of it, by whole minutes");
        return Rows.of(analyzed.get().plan(), analyzed.get().columns());
    }
}
