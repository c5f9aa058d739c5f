package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.Map;

/** The class that analyzes each operator. To add one: a record and a parser method in the syntax, a class and a line here. */
final class Operators implements Operator.Visitor<Relation> {
    private final Analysis analysis;
    private final Relation input;

    Operators(Analysis analysis, Relation input) {
        this.analysis = analysis;
        this.input = input;
    }

    @Override
    public Relation where(Operator.Where where) {
        return new WhereOperator(analysis).apply(where, input);
    }

    @Override
    public Relation extend(Operator.Extend extend) {
        return new ExtendOperator(analysis).apply(extend.items(), input);
    }

    @Override
    public Relation project(Operator.Project project) {
        return new ProjectOperator(analysis).apply(project, input);
    }

    @Override
    public Relation projectAway(Operator.ProjectAway projectAway) {
        return new ProjectAwayOperator(analysis).apply(projectAway, input);
    }

    @Override
    public Relation projectKeep(Operator.ProjectKeep projectKeep) {
        return new ProjectKeepOperator(analysis).apply(projectKeep, input);
    }

    @Override
    public Relation projectRename(Operator.ProjectRename projectRename) {
        return new ProjectRenameOperator(analysis).apply(projectRename, input);
    }

    @Override
    public Relation projectReorder(Operator.ProjectReorder projectReorder) {
        return new ProjectReorderOperator(analysis).apply(projectReorder, input);
    }

    @Override
    public Relation parse(Operator.Parse parse) {
        return new ParseOperator(analysis).apply(parse, input);
    }

    @Override
    public Relation parseKv(Operator.ParseKv parseKv) {
        return new ParseKvOperator(analysis).apply(parseKv, input);
    }

    @Override
    public Relation summarize(Operator.Summarize summarize) {
        return new SummarizeOperator(analysis).apply(summarize, input);
    }

    @Override
    public Relation makeSeries(Operator.MakeSeries makeSeries) {
        return new MakeSeriesOperator(analysis).apply(makeSeries, input);
    }

    @Override
    public Relation join(Operator.Join join) {
        return new JoinOperator(analysis).apply(join, input);
    }

    @Override
    public Relation lookup(Operator.Lookup lookup) {
        return new LookupOperator(analysis).apply(lookup, input);
    }

    @Override
    public Relation union(Operator.Union union) {
        return new UnionOperator(analysis).apply(union, input);
    }

    @Override
    public Relation search(Operator.Search search) {
        return new SearchOperator(analysis).apply(search, input);
    }

    @Override
    public Relation find(Operator.Find find) {
        return new FindOperator(analysis).apply(find, input);
    }

    @Override
    public Relation sort(Operator.Sort sort) {
        return new SortOperator(analysis).apply(sort, input);
    }

    @Override
    public Relation top(Operator.Top top) {
        return new SortOperator(analysis).apply(top, input);
    }

    @Override
    public Relation take(Operator.Take take) {
        return new TakeOperator(analysis).apply(take, input);
    }

    @Override
    public Relation sample(Operator.Sample sample) {
        return new SampleOperator(analysis).apply(sample, input);
    }

    @Override
    public Relation sampleDistinct(Operator.SampleDistinct sampleDistinct) {
        return new SampleOperator(analysis).apply(sampleDistinct, input);
    }

    /** Everything before it is settled by its errors alone. */
    @Override
    public Relation consume(Operator.Consume consume) {
        Plan nothing = new Plan.Limit(new Plan.Project(input.plan(), List.of()), 0);
        return input.then(nothing, Map.of()).closed().unordered();
    }

    /** At the end of a query {@link Results} sees to it. */
    @Override
    public Relation fork(Operator.Fork fork) {
        analysis.unsupported(fork.keyword(), "fork inside of a query or before other operators");
        return Relation.BROKEN;
    }

    /** At the end of a query {@link Results} sees to it. */
    @Override
    public Relation facet(Operator.Facet facet) {
        analysis.unsupported(facet.keyword(), "facet inside of a query or before other operators");
        return Relation.BROKEN;
    }

    @Override
    public Relation projectByNames(Operator.ProjectByNames projectByNames) {
        return new ProjectByNamesOperator(analysis).apply(projectByNames, input);
    }

    @Override
    public Relation distinct(Operator.Distinct distinct) {
        return new DistinctOperator(analysis).apply(distinct, input);
    }

    @Override
    public Relation count(Operator.Count count) {
        return new CountOperator().apply(count, input);
    }

    @Override
    public Relation print(Operator.Print print) {
        return new PrintOperator(analysis).apply(print, input);
    }

    @Override
    public Relation range(Operator.Range range) {
        return new RangeOperator(analysis).apply(range);
    }

    @Override
    public Relation scan(Operator.Scan scan) {
        return new ScanOperator(analysis, input).apply(scan);
    }

    @Override
    public Relation serialize(Operator.Serialize serialize) {
        Relation rows = input.serialized();
        return serialize.items().isEmpty() ? rows : new ExtendOperator(analysis).apply(serialize.items(), rows);
    }

    @Override
    public Relation mvExpand(Operator.MvExpand mvExpand) {
        return new MvExpandOperator(analysis).apply(mvExpand, input);
    }

    @Override
    public Relation mvApply(Operator.MvApply mvApply) {
        return new MvApplyOperator(analysis).apply(mvApply, input);
    }

    @Override
    public Relation partition(Operator.Partition partition) {
        return new PartitionOperator(analysis).apply(partition, input);
    }

    @Override
    public Relation topNested(Operator.TopNested topNested) {
        return new TopNestedOperator(analysis).apply(topNested, input);
    }

    @Override
    public Relation topHitters(Operator.TopHitters topHitters) {
        return new TopHittersOperator(analysis).apply(topHitters, input);
    }

    @Override
    public Relation invoke(Operator.Invoke invoke) {
        return new InvokeOperator(analysis).apply(invoke, input);
    }

    @Override
    public Relation evaluate(Operator.Evaluate evaluate) {
        return new EvaluateOperator(analysis).apply(evaluate, input);
    }

    @Override
    public Relation as(Operator.As as) {
        analysis.scope().bind(as.name().name(), new Scope.Table(input));
        return input.named(as.name().name());
    }

    @Override
    public Relation getSchema(Operator.GetSchema getSchema) {
        return new GetSchemaOperator().apply(input);
    }

    @Override
    public Relation render(Operator.Render render) {
        return new RenderOperator(analysis).apply(render, input);
    }

    @Override
    public Relation foreign(Operator.Foreign foreign) {
        analysis.unsupported(foreign.keyword(), "the operator " + foreign.name());
        return Relation.BROKEN;
    }

    @Override
    public Relation broken(Operator.Broken broken) {
        return switch (broken.columns()) {
            case KEPT -> input;
            case UNKNOWN -> input.opened();
        };
    }
}
