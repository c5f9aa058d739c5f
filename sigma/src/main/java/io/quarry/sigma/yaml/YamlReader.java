package io.quarry.sigma.yaml;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML. A document that cannot be read costs that document; foreign text cannot exhaust memory or stack. */
public final class YamlReader {
    /** The longest text that is read, in UTF-16 code units. */
    public static final int LONGEST = 4 << 20;

    private YamlReader() {}

    public static YamlFile read(SourceText source) {
        if (source.text().length() > LONGEST) {
            String message = "the text has " + source.text().length() + " characters, more than " + LONGEST;
            return new YamlFile(List.of(), List.of(Diagnostic.of(CommonCode.LIMIT, source, new Span(0, 0), message)));
        }
        List<Yaml> documents = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (YamlChunk chunk : YamlChunk.of(source.text())) {
            try {
                new DocumentBuilder(chunk).build().ifPresent(documents::add);
            } catch (YamlProblem problem) {
                diagnostics.add(Diagnostic.of(problem.code(), source, problem.span(), problem.getMessage()));
            } catch (MarkedYamlEngineException problem) {
                diagnostics.add(describe(source, chunk, problem));
            } catch (ReaderException problem) {
                Span span = chunk.span(problem.getPosition(), problem.getPosition() + 1);
                String message = String.format("the character U+%04X is not allowed in YAML", problem.getCodePoint());
                diagnostics.add(Diagnostic.of(CommonCode.SYNTAX, source, span, message));
            } catch (YamlEngineException problem) {
                Span span = chunk.span(0, 0);
                diagnostics.add(Diagnostic.of(CommonCode.SYNTAX, source, span, oneLine(problem.getMessage())));
            }
        }
        return new YamlFile(documents, diagnostics);
    }

    private static Diagnostic describe(SourceText source, YamlChunk chunk, MarkedYamlEngineException problem) {
        Optional<Mark> mark = problem.getProblemMark().or(problem::getContextMark);
        int at = mark.map(Mark::getIndex).orElse(0);
        String message = problem.getContext() == null
                ? oneLine(problem.getProblem())
                : oneLine(problem.getContext()) + ": " + oneLine(problem.getProblem());
        return Diagnostic.of(CommonCode.SYNTAX, source, chunk.span(at, at + 1), "not YAML: " + message);
    }

    private static String oneLine(String message) {
        return message == null ? "unreadable" : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
