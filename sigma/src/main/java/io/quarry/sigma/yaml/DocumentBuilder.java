package io.quarry.sigma.yaml;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree of one document from the parser's events. */
final class DocumentBuilder {
    private static final int DEEPEST = 64;
    private static final int MOST_VALUES = 200_000;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final String TAG = "tag:yaml.org,2002:";
    private static final Set<String> TAGS =
            Set.of("!", TAG + "str", TAG + "int", TAG + "float", TAG + "bool", TAG + "null", TAG + "seq", TAG + "map");

    private final YamlChunk chunk;
    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int values;

    private record Anchored(Yaml value, int size) {}

    DocumentBuilder(YamlChunk chunk) {
        this.chunk = chunk;
        // The library fails on a surrogate pair across the end of its buffer, so the buffer takes the whole text.
        LoadSettings settings = LoadSettings.builder()
                .setBufferSize(chunk.text().length() + 2)
                .setUseMarks(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.events = new Parse(settings).parseString(chunk.text()).iterator();
    }

    /** The document; empty where it has no content. */
    Optional<Yaml> build() {
        Optional<Yaml> document = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent) {
                document = Optional.of(value(event, 0));
            }
        }
        return document.filter(value -> !(value instanceof Yaml.Scalar scalar && scalar.isNull()));
    }

    private Yaml value(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new YamlProblem(CommonCode.LIMIT, span(event), "nested more than " + DEEPEST + " levels deep");
        }
        if (event instanceof AliasEvent alias) {
            return resolve(alias);
        }
        int before = values;
        count(event, 1);
        requireKnownTag(event);
        Yaml value;
        if (event instanceof ScalarEvent scalar) {
            value = scalar(scalar);
        } else if (event instanceof SequenceStartEvent sequence) {
            value = sequence(sequence, depth);
        } else if (event instanceof MappingStartEvent mapping) {
            value = mapping(mapping, depth);
        } else {
            throw new IllegalStateException("event where a value begins: " + event);
        }
        int size = values - before;
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(value, size)));
        return value;
    }

    private Yaml resolve(AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null) {
            throw new YamlProblem(
                    CommonCode.SYNTAX, span(alias), "no finished value has the anchor '" + alias.getAlias() + "'");
        }
        count(alias, anchored.size());
        return anchored.value();
    }

    private Yaml.Scalar scalar(ScalarEvent event) {
        boolean isNull = event.isPlain()
                && NULLS.contains(event.getValue())
                && !event.getTag().equals(Optional.of(TAG + "str"));
        Span span = span(event);
        return new Yaml.Scalar(event.getValue(), isNull, span, chunk.verbatim(event.getValue(), span));
    }

    private Yaml sequence(SequenceStartEvent start, int depth) {
        List<Yaml> items = new ArrayList<>();
        Span span = span(start);
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            Yaml item = value(event, depth + 1);
            items.add(item);
            span = span.to(event instanceof AliasEvent ? span(event) : item.span());
            event = events.next();
        }
        return new Yaml.Sequence(items, start.isFlow() ? span.to(span(event)) : span);
    }

    private Yaml mapping(MappingStartEvent start, int depth) {
        List<Yaml.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Span span = span(start);
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            Yaml.Scalar key = key(event, keys);
            Event valueEvent = events.next();
            Yaml value = value(valueEvent, depth + 1);
            entries.add(new Yaml.Entry(key, value));
            span = span.to(key.span()).to(valueEvent instanceof AliasEvent ? span(valueEvent) : value.span());
            event = events.next();
        }
        return new Yaml.Mapping(entries, start.isFlow() ? span.to(span(event)) : span);
    }

    private Yaml.Scalar key(Event event, Set<String> seen) {
        if (!(event instanceof ScalarEvent scalar)) {
            throw new YamlProblem(CommonCode.SYNTAX, span(event), "the key of a map must be plain text");
        }
        count(event, 1);
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
            throw new YamlProblem(CommonCode.UNSUPPORTED, span(event), "merge keys ('<<') are not supported");
        }
        if (!seen.add(scalar.getValue())) {
            throw new YamlProblem(
                    CommonCode.SYNTAX, span(event), "the key '" + scalar.getValue() + "' occurs twice in one map");
        }
        return new Yaml.Scalar(scalar.getValue(), false, span(event), chunk.verbatim(scalar.getValue(), span(event)));
    }

    private void requireKnownTag(Event event) {
        Optional<String> tag = Optional.empty();
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof SequenceStartEvent sequence) {
            tag = sequence.getTag();
        } else if (event instanceof MappingStartEvent mapping) {
            tag = mapping.getTag();
        }
        if (tag.isPresent() && !TAGS.contains(tag.get())) {
            throw new YamlProblem(
                    CommonCode.UNSUPPORTED, span(event), "the YAML tag '" + tag.get() + "' is not supported");
        }
    }

    private void count(Event event, int more) {
        values += more;
        if (values > MOST_VALUES) {
            throw new YamlProblem(
                    CommonCode.LIMIT, span(event), "more than " + MOST_VALUES + " values, aliases counted in full");
        }
    }

    private Span span(Event event) {
        int start = event.getStartMark().map(Mark::getIndex).orElse(0);
        int end = event.getEndMark().map(Mark::getIndex).orElse(start);
        return chunk.span(start, end);
    }
}
