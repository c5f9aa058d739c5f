package io.quarry.kql.syntax;

import io.quarry.kql.syntax.Expression.Name;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A tabular operator as it is written, without the pipe before it. Immutable. */
public sealed interface Operator {
    /** From the operator's name to its end. */
    Span span();

    <R> R accept(Visitor<R> visitor);

    /** {@code where predicate}, also {@code filter}. */
    record Where(Span span, Expression predicate) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.where(this);
        }
    }

    /** {@code extend items}. */
    record Extend(Span span, List<Expression> items) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.extend(this);
        }
    }

    /** {@code project items}. */
    record Project(Span span, List<Expression> items) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.project(this);
        }
    }

    /** {@code project-away names}, wildcards allowed. */
    record ProjectAway(Span span, List<Expression> columns) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.projectAway(this);
        }
    }

    /** {@code project-keep names}, wildcards allowed. */
    record ProjectKeep(Span span, List<Expression> columns) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.projectKeep(this);
        }
    }

    /** {@code project-rename new = old}. */
    record ProjectRename(Span span, List<Expression> items) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.projectRename(this);
        }
    }

    /** {@code project-reorder names}, each with an order for what its wildcards match. */
    record ProjectReorder(Span span, List<Reordered> columns) implements Operator {
        /** Columns, and {@code asc}, {@code desc}, {@code granny-asc}, {@code granny-desc} or the empty text. */
        public record Reordered(Expression columns, String order) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.projectReorder(this);
        }
    }

    /** {@code parse text with pattern}, and {@code parse-where}, which drops rows that do not match. */
    record Parse(
            Span span,
            Unmatched unmatched,
            List<OperatorParameter> parameters,
            Expression text,
            List<ParsePiece> pattern)
            implements Operator {
        /** What becomes of a row that does not match. */
        public enum Unmatched {
            KEPT,
            DROPPED
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parse(this);
        }
    }

    /** {@code parse-kv text as (columns) with (settings)}. */
    record ParseKv(Span span, Expression text, List<ColumnDeclaration> columns, List<Setting> settings)
            implements Operator {
        /** {@code name = value}. */
        public record Setting(Name name, Expression value) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parseKv(this);
        }
    }

    /** {@code summarize aggregates by keys}. */
    record Summarize(Span span, List<Expression> aggregates, List<Expression> keys) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.summarize(this);
        }
    }

    /**
     * {@code make-series aggregates on axis from a to b step s by keys}, also {@code in range(a, b, s)}.
     *
     * @param axis named or not
     */
    record MakeSeries(
            Span span,
            List<OperatorParameter> parameters,
            List<Series> series,
            Expression axis,
            Bins bins,
            List<Expression> keys)
            implements Operator {
        /** An aggregate, named or not, and what it is where there are no rows. */
        public record Series(Expression value, Optional<Expression> otherwise) {}

        /** The steps of the axis. */
        public record Bins(Optional<Expression> from, Optional<Expression> to, Expression step, Ends ends) {}

        /** Whether the last value is a step, and what the steps are aligned on. */
        public enum Ends {
            /** {@code from a to b}: on the first, without the last. */
            HALF_OPEN,
            /** {@code in range(a, b, s)}: on zero, with the last. */
            CLOSED
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.makeSeries(this);
        }
    }

    /** {@code join kind=k (right) on conditions}. */
    record Join(Span span, List<OperatorParameter> parameters, Expression right, List<Expression> conditions)
            implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.join(this);
        }
    }

    /** {@code lookup kind=k (right) on conditions}. */
    record Lookup(Span span, List<OperatorParameter> parameters, Expression right, List<Expression> conditions)
            implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lookup(this);
        }
    }

    /** {@code union tables}; after a pipe, the piped rows come first. */
    record Union(Span span, List<OperatorParameter> parameters, List<Expression> operands) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.union(this);
        }
    }

    /**
     * {@code search in (tables) predicate}.
     *
     * @param keyword the operator's name
     * @param tables none if all are meant, or what is piped
     */
    record Search(
            Span span, Span keyword, List<OperatorParameter> parameters, List<Expression> tables, Expression predicate)
            implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.search(this);
        }
    }

    /** {@code find in (tables) where predicate}; of all tables if it names none, {@code project-smart} if no output. */
    record Find(
            Span span,
            Span keyword,
            List<OperatorParameter> parameters,
            List<Expression> tables,
            Expression predicate,
            Optional<FindOutput> output)
            implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.find(this);
        }
    }

    /** {@code sort by keys}, also {@code order by}. */
    record Sort(Span span, List<Ordering> keys) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sort(this);
        }
    }

    /** {@code top n by key}. */
    record Top(Span span, Expression count, Ordering key) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.top(this);
        }
    }

    /** {@code take n}, also {@code limit}. */
    record Take(Span span, Expression count) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.take(this);
        }
    }

    /** {@code sample n}. */
    record Sample(Span span, Expression count) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sample(this);
        }
    }

    /** {@code sample-distinct n of column}. */
    record SampleDistinct(Span span, Expression count, Expression column) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sampleDistinct(this);
        }
    }

    /**
     * {@code fork (pipe) name=(pipe)}.
     *
     * @param keyword the operator's name
     */
    record Fork(Span span, Span keyword, List<Branch> branches) implements Operator {
        /** One result, perhaps with a name. */
        public record Branch(Optional<Name> name, SubPipe pipe) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fork(this);
        }
    }

    /**
     * {@code facet by columns with (pipe)}.
     *
     * @param keyword the operator's name
     */
    record Facet(Span span, Span keyword, List<Name> columns, Optional<SubPipe> pipe) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.facet(this);
        }
    }

    /** {@code consume}. */
    record Consume(Span span) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.consume(this);
        }
    }

    /** {@code project-by-names names}: texts, or arrays of them. */
    record ProjectByNames(Span span, List<Expression> names) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.projectByNames(this);
        }
    }

    /** {@code distinct columns} or {@code distinct *}. */
    record Distinct(Span span, List<Expression> columns) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.distinct(this);
        }
    }

    /** {@code count}, or {@code count as name}. */
    record Count(Span span, Optional<Name> name) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.count(this);
        }
    }

    /** {@code print items}; begins a query. */
    record Print(Span span, List<Expression> items) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.print(this);
        }
    }

    /** {@code range name from a to b step s}; begins a query. */
    record Range(Span span, Name column, Expression from, Expression to, Expression step) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.range(this);
        }
    }

    /**
     * {@code scan with_match_id=column declare (column: type = default) with (step name: condition => column = value;)}.
     *
     * @param keyword the operator's name
     */
    record Scan(Span span, Span keyword, Optional<Name> matchId, List<Declared> declared, List<Step> steps)
            implements Operator {
        /** Which of the rows that match a step come out. */
        public enum Output {
            ALL,
            LAST,
            NONE;

            /** The word in the query. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** A column that the operator adds. */
        public record Declared(ColumnDeclaration column, Optional<Expression> value) {}

        /** One step of a sequence. */
        public record Step(Span span, Name name, Output output, Expression condition, List<Expression> assignments) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scan(this);
        }
    }

    /** {@code serialize items}. */
    record Serialize(Span span, List<Expression> items) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.serialize(this);
        }
    }

    /**
     * {@code mv-expand items limit n}, also {@code mvexpand}.
     *
     * @param unwrittenLimit the most rows that one row becomes where no limit is written
     */
    record MvExpand(
            Span span,
            List<OperatorParameter> parameters,
            List<Expanded> items,
            Optional<Expression> limit,
            long unwrittenLimit)
            implements Operator {
        /** A collection, named or not, and the type of its elements. */
        public record Expanded(Expression value, Optional<Expression.TypeOf> type) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mvExpand(this);
        }
    }

    /** {@code mv-apply items limit n on (pipe)}: the pipe runs over the elements of each row. */
    record MvApply(
            Span span,
            List<OperatorParameter> parameters,
            List<MvExpand.Expanded> items,
            Optional<Expression> limit,
            SubPipe pipe)
            implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mvApply(this);
        }
    }

    /**
     * {@code partition by key (pipe)}: the pipe runs over the rows of each key.
     *
     * @param pipe a {@link SubPipe} in parentheses, or a whole query in braces, which names its own source
     */
    record Partition(Span span, List<OperatorParameter> parameters, Name key, Over pipe) implements Operator {
        /** What runs for each key. */
        public sealed interface Over {}

        /** {@code (operators)} over the rows of the key. */
        public record Rows(SubPipe pipe) implements Over {}

        /** {@code {query}}, which sees the key as a value. */
        public record Query(Expression query) implements Over {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.partition(this);
        }
    }

    /** {@code top-nested n of value by aggregate, top-nested ...}: the top groups, and the top groups inside of each. */
    record TopNested(Span span, List<Level> levels) implements Operator {
        /**
         * One level.
         *
         * @param count how many groups; all where empty
         * @param value what is grouped by, named or not
         * @param others the value that stands for all other groups; these are dropped where empty
         * @param aggregate what ranks the groups, named or not
         */
        public record Level(
                Span span,
                Optional<Expression> count,
                Expression value,
                Optional<Expression> others,
                Ordering aggregate) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.topNested(this);
        }
    }

    /** {@code top-hitters n of value by weight}: the values that have most rows, or most weight. */
    record TopHitters(Span span, Expression count, Expression value, Optional<Expression> weight) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.topHitters(this);
        }
    }

    /** {@code invoke function(arguments)}: a call with the piped rows as the first argument. */
    record Invoke(Span span, Expression.Call call) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.invoke(this);
        }
    }

    /** {@code evaluate plugin(arguments) : (columns)}; begins a query or stands in a pipe. */
    record Evaluate(
            Span span, List<OperatorParameter> parameters, Expression.Call plugin, Optional<OutputSchema> schema)
            implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.evaluate(this);
        }
    }

    /** {@code as name}. */
    record As(Span span, Name name) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.as(this);
        }
    }

    /** {@code getschema}. */
    record GetSchema(Span span) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.getSchema(this);
        }
    }

    /** {@code render kind with (properties)}. */
    record Render(Span span, Name kind, List<RenderProperty> properties) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.render(this);
        }
    }

    /** An operator that is known by name and not parsed further. */
    record Foreign(Span span, Span keyword, String name) implements Operator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foreign(this);
        }
    }

    /** What stands where an operator could not be read; already reported. */
    record Broken(Span span, Columns columns) implements Operator {
        /** What is known of the columns after it. */
        public enum Columns {
            KEPT,
            UNKNOWN
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broken(this);
        }
    }

    /** One method an operator and no default: a new one does not compile until every visitor has it. */
    interface Visitor<R> {
        R where(Where where);

        R extend(Extend extend);

        R project(Project project);

        R projectAway(ProjectAway projectAway);

        R projectKeep(ProjectKeep projectKeep);

        R projectRename(ProjectRename projectRename);

        R projectReorder(ProjectReorder projectReorder);

        R parse(Parse parse);

        R parseKv(ParseKv parseKv);

        R summarize(Summarize summarize);

        R makeSeries(MakeSeries makeSeries);

        R join(Join join);

        R lookup(Lookup lookup);

        R union(Union union);

        R search(Search search);

        R find(Find find);

        R sort(Sort sort);

        R top(Top top);

        R take(Take take);

        R sample(Sample sample);

        R sampleDistinct(SampleDistinct sampleDistinct);

        R consume(Consume consume);

        R fork(Fork fork);

        R facet(Facet facet);

        R projectByNames(ProjectByNames projectByNames);

        R distinct(Distinct distinct);

        R count(Count count);

        R print(Print print);

        R range(Range range);

        R serialize(Serialize serialize);

        R scan(Scan scan);

        R mvExpand(MvExpand mvExpand);

        R mvApply(MvApply mvApply);

        R partition(Partition partition);

        R topNested(TopNested topNested);

        R topHitters(TopHitters topHitters);

        R invoke(Invoke invoke);

        R evaluate(Evaluate evaluate);

        R as(As as);

        R getSchema(GetSchema getSchema);

        R render(Render render);

        R foreign(Foreign foreign);

        R broken(Broken broken);
    }
}
