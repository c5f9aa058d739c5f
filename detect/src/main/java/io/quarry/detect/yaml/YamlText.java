package io.quarry.detect.yaml;

import io.quarry.detect.DetectCode;
import io.quarry.plan.Code;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Entry to reading a YAML text: its one document as a mapping. */
public final class YamlText {
    private YamlText() {}

    /**
     * The document, which must be a mapping.
     *
     * @throws QueryException if the text is no YAML, holds more than one document or something else than a mapping
     */
    public static YamlMap read(SourceText source) {
        if (compose(source).orElse(null) instanceof MappingNode mapping) {
            return new YamlMap(source, mapping);
        }
        throw failure(source, new Span(0, 0), DetectCode.PACK_WRONG_VALUE, "expected a mapping at the top of the file");
    }

    static Span span(SourceText source, Node node) {
        int start = offset(source, node.getStartMark());
        return new Span(start, Math.max(start, offset(source, node.getEndMark())));
    }

    static QueryException failure(SourceText source, Span span, Code code, String message, String... hints) {
        return new QueryException(List.of(Diagnostic.of(code, source, span, message, hints)));
    }

    private static Optional<Node> compose(SourceText source) {
        LoadSettings settings = LoadSettings.builder().setLabel(source.name()).build();
        try {
            return new Compose(settings).composeString(source.text());
        } catch (MarkedYamlEngineException e) {
            int at = offset(source, e.getProblemMark());
            throw failure(source, new Span(at, at), CommonCode.SYNTAX, "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw failure(source, new Span(0, 0), CommonCode.SYNTAX, "not YAML: " + e.getMessage());
        }
    }

    /** A mark counts code points, a span UTF-16 code units. */
    private static int offset(SourceText source, Optional<Mark> mark) {
        String text = source.text();
        int codePoints = mark.map(Mark::getIndex).orElse(0);
        return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }
}
