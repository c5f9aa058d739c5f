package io.quarry.cli;

import io.quarry.detect.rule.QueryContext;
import io.quarry.detect.rule.Rule;
import io.quarry.detect.rule.RuleFile;
import io.quarry.engine.Explanation;
import io.quarry.plan.Draft;
import io.quarry.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code quarry explain}: the plan that a query or rule means, and the one that is run for it. */
final class ExplainCommand implements Command {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "shows the plan of a query or rule, before and after rewriting";
    }

    @Override
    public String arguments() {
        return "[options] (TEXT | -q FILE)";
    }

    @Override
    public Options options() {
        return Notes.addTo(SideOptions.addTo(new Options()
                .addOption(QueryText.language())
                .addOption(QueryText.file())
                .addOption(QueryText.parameter())
                .addOption(CommonOptions.platform())
                .addOption(CommonOptions.output())));
    }

    @Override
    public ExitCode run(CommandLine arguments, Terminal terminal) throws IOException {
        QueryText query = QueryText.of(arguments, terminal);
        CommonOptions.requireWritableOutput(arguments);
        QueryContext context = arguments.hasOption("q")
                ? SideOptions.contextOrUnknown(arguments, Path.of(arguments.getOptionValue("q")))
                : SideOptions.contextOrUnknown(arguments);
        RuleFile file = query.compile(Notes.of(arguments, terminal), context);
        try (var out = CommonOptions.results(arguments, terminal)) {
            for (Rule rule : file.rules()) {
                if (file.rules().size() > 1) {
                    out.write("== " + rule.title() + "\n");
                }
                if (rule.draft() instanceof Draft.Open) {
                    out.write("the columns depend on the data, and with them the plan; what it reads:\n");
                }
                for (Plan plan : rule.draft().reads()) {
                    out.write(Explanation.of(plan).text());
                }
            }
        }
        return ExitCode.RAN;
    }
}
