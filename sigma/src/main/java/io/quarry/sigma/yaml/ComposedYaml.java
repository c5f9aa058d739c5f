package io.quarry.sigma.yaml;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Trees of the YAML library as {@link Yaml}. */
public final class ComposedYaml {
    private static final int DEEPEST = 64;

    private final SourceText source;

    private ComposedYaml(SourceText source) {
        this.source = source;
    }

    /**
     * The tree as {@link Yaml}.
     *
     * @throws QueryException if it is nested too deeply (an alias inside its own anchor is, without end) or has a key that is
     *     not plain text
     */
    public static Yaml of(SourceText source, Node node) {
        return new ComposedYaml(source).convert(node, 0);
    }

    private Yaml convert(Node node, int depth) {
        if (depth > DEEPEST) {
            throw failure(CommonCode.LIMIT, node, "nested more than " + DEEPEST + " levels deep");
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (node instanceof SequenceNode sequence) {
            List<Yaml> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item, depth + 1)));
            return new Yaml.Sequence(items, span(node));
        }
        if (node instanceof MappingNode mapping) {
            List<Yaml.Entry> entries = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw failure(CommonCode.SYNTAX, tuple.getKeyNode(), "the key of a map must be plain text");
                }
                entries.add(new Yaml.Entry(scalar(key), convert(tuple.getValueNode(), depth + 1)));
            }
            return new Yaml.Mapping(entries, span(node));
        }
        throw new IllegalStateException("not a value: " + node);
    }

    private Yaml.Scalar scalar(ScalarNode node) {
        Span span = span(node);
        int quote = span.length() == node.getValue().length() + 2 ? 1 : 0;
        boolean isVerbatim = span.length() == node.getValue().length() + 2 * quote
                && source.text().startsWith(node.getValue(), span.start() + quote);
        return new Yaml.Scalar(
                node.getValue(), node.getTag().equals(Tag.NULL), span, isVerbatim ? span.start() + quote : -1);
    }

    private Span span(Node node) {
        int start = offset(node.getStartMark());
        return new Span(start, Math.max(start, offset(node.getEndMark())));
    }

    /** A mark counts code points, a span UTF-16 code units. */
    private int offset(Optional<Mark> mark) {
        String text = source.text();
        int codePoints = mark.map(Mark::getIndex).orElse(0);
        return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    private QueryException failure(CommonCode code, Node node, String message) {
        return new QueryException(List.of(Diagnostic.of(code, source, span(node), message)));
    }
}
