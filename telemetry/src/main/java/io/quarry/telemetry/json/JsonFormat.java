package io.quarry.telemetry.json;

import io.quarry.telemetry.EventLocation;
import io.quarry.telemetry.EventSink;
import io.quarry.telemetry.Format;
import io.quarry.telemetry.Head;
import io.quarry.telemetry.ReadProblem;
import io.quarry.telemetry.SourceFile;
import io.quarry.telemetry.text.Utf8Stream;
import io.quarry.telemetry.windows.EventBuilder;
import io.quarry.telemetry.windows.HeaderNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Windows events as JSON, in any of the {@link EventForm}s. An object that is none costs that object. */
public final class JsonFormat implements Format {
    private static final int SHOWN_NAMES = 5;

    @Override
    public String name() {
        return "JSON";
    }

    /**
     * True if one of the first objects has the names of an event; or if the very first is so long that the beginning does not
     * hold it, and may have them behind.
     */
    @Override
    public boolean recognizes(Head head) {
        String text = head.text();
        return (text.startsWith("{") || text.startsWith("[")) && hasEvent(text);
    }

    @Override
    public void read(SourceFile file, InputStream content, EventSink sink) throws IOException {
        new Reading(file.name(), sink).read(content);
    }

    private static boolean hasEvent(String text) {
        int from = text.indexOf('{');
        while (from >= 0) {
            JsonObject outline = new JsonObject();
            boolean isWhole = outline(text.substring(from), outline);
            if (form(outline).isPresent()) {
                return true;
            }
            if (!isWhole
                    && text.indexOf('{') == from
                    && (isPromising(outline) || isPromising(outline.object("Event")))) {
                return true;
            }
            int lineEnd = text.indexOf('\n', from);
            from = lineEnd < 0 ? -1 : text.indexOf('{', lineEnd);
            if (from > 0 && text.charAt(from - 1) != '\n') {
                return false;
            }
        }
        return false;
    }

    /** True if the names that an event may have beside those that tell its form are among these. */
    private static boolean isPromising(JsonObject outline) {
        return outline.names().stream()
                .anyMatch(name -> name.equalsIgnoreCase("message")
                        || name.equals("EventData")
                        || HeaderNames.TIMES.contains(name)
                        || HeaderNames.isOfHeader(name));
    }

    /** Takes the names of an object and of the objects right inside; false if the text ends before the object does. */
    private static boolean outline(String text, JsonObject into) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = JsonTree.FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            parser.nextToken();
            outline(parser, into, 0);
        } catch (UnexpectedEndOfInputException e) {
            return false;
        } catch (JacksonException e) {
            return true;
        }
        return true;
    }

    private static void outline(JsonParser parser, JsonObject into, int depth) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && depth < 2) {
                JsonObject inner = new JsonObject();
                into.add(name, inner);
                outline(parser, inner, depth + 1);
            } else {
                into.add(name, value.isScalarValue() ? "" : null);
                parser.skipChildren();
            }
        }
    }

    private static Optional<EventForm> form(JsonObject object) {
        return EventForm.ALL.stream().filter(form -> form.fits(object)).findFirst();
    }

    private static final class Reading {
        private final String file;
        private final EventSink sink;
        private final EventBuilder builder = new EventBuilder();
        private boolean isRecoded;

        Reading(String file, EventSink sink) {
            this.file = file;
            this.sink = sink;
        }

        void read(InputStream content) throws IOException {
            Utf8Stream utf8 = Utf8Stream.of(content);
            isRecoded = utf8.isRecoded();
            ObjectScanner scanner = new ObjectScanner(utf8);
            ObjectScanner.Found found = scanner.next();
            while (found != ObjectScanner.Found.END) {
                // Offsets would be those of the recoded text; the line tells the place.
                EventLocation location = new EventLocation(file, scanner.line(), isRecoded ? -1 : scanner.offset());
                if (found == ObjectScanner.Found.DAMAGE) {
                    sink.problem(new ReadProblem(location, scanner.damage()));
                } else {
                    object(scanner, location);
                }
                found = scanner.next();
            }
        }

        private void object(ObjectScanner scanner, EventLocation location) {
            JsonObject object;
            try {
                object = JsonTree.parse(scanner.object(), scanner.length());
            } catch (JacksonException e) {
                sink.problem(new ReadProblem(location, "no JSON: " + firstLine(e.getOriginalMessage())));
                return;
            }
            Optional<EventForm> form = form(object);
            if (form.isEmpty()) {
                sink.problem(new ReadProblem(location, "no Windows event in a known form; has " + names(object)));
                return;
            }
            builder.clear();
            form.get().fill(object, builder);
            sink.event(builder.build(location));
        }

        private static String firstLine(String message) {
            return message.lines().findFirst().orElse("").strip();
        }

        private static String names(JsonObject object) {
            if (object.size() == 0) {
                return "no fields";
            }
            String shown = String.join(", ", object.names().subList(0, Math.min(SHOWN_NAMES, object.size())));
            return "the fields " + shown + (object.size() > SHOWN_NAMES ? ", …" : "");
        }
    }
}
