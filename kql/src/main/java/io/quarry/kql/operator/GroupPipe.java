package io.quarry.kql.operator;

import io.quarry.data.TableName;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.group.GroupValues;
import io.quarry.kql.group.Groups;
import io.quarry.kql.group.Lift;
import io.quarry.kql.relation.PlanSize;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.SubPipe;
import io.quarry.plan.Plan;
import java.util.Optional;

/** A pipe that runs for each group of rows: it is analyzed over a stand-in for one group and lifted to all. */
final class GroupPipe {
    private final Analysis analysis;
    private final SubPipe pipe;
    private Plan standIn;
    private Plan result;

    /** Names that the pipe declares are known in the pipe only. */
    GroupPipe(Analysis analysis, SubPipe pipe) {
        this.analysis = analysis.in(analysis.scope().inner());
        this.pipe = pipe;
    }

    /** What the pipe gives for rows like these, which are the rows of all groups. */
    Relation over(Relation rows) {
        standIn = new Plan.Scan(new TableName(analysis.catalog().platform(), "$group"), rows.schema());
        analysis.discovery().stands(standIn, rows.plan());
        Relation group = rows.then(standIn).sized(PlanSize.ONE);
        Relation given = new TableAnalyzer(analysis).pipe(group, pipe.operators());
        Optional<Plan> joined = new GroupValues(standIn).join(given.plan());
        if (joined.isEmpty()) {
            analysis.unsupported(pipe.span(), "a list of values from the rows of the same group");
        }
        result = joined.orElse(given.plan());
        return given;
    }

    /** The rows of all groups: what the pipe gives, then the columns of the group. */
    Plan lifted(Groups groups) {
        return new Lift(standIn, groups).lift(result);
    }
}
