package io.quarry.telemetry.windows;

import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField.Section;
import io.quarry.telemetry.EventLocation;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Parses the text of one {@code Event} element. No entity but XML's own is known and no document type is read. Characters
 * that XML forbids but events hold become U+FFFD. Not safe for threads.
 */
public final class EventXml {
    private static final Pattern REFERENCE = Pattern.compile("&#(?:x0*([0-9a-fA-F]+)|0*([0-9]+));");

    /** No code point has more digits, in either base. */
    private static final int MOST_DIGITS = 7;

    private final XMLInputFactory factory = factory();
    private final EventBuilder builder = new EventBuilder();
    private final List<Element> open = new ArrayList<>();
    private boolean hasSystem;

    /** An element whose end is still to come. */
    private static final class Element {
        private final String name;
        private final String field;
        private final StringBuilder text = new StringBuilder();
        private boolean hasChildren;

        /** @param field the name under which its text becomes a field */
        Element(String name, String field) {
            this.name = name;
            this.field = field;
        }
    }

    /**
     * The event.
     *
     * @throws XMLStreamException if the text is no event
     */
    public Event parse(String xml, EventLocation location) throws XMLStreamException {
        builder.clear();
        open.clear();
        hasSystem = false;
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(allowed(xml)));
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(reader);
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (!open.isEmpty()) {
                            open.get(open.size() - 1).text.append(reader.getText());
                        }
                    }
                    default -> {}
                }
            }
        } finally {
            reader.close();
        }
        if (!hasSystem) {
            throw new XMLStreamException("the event has no System section");
        }
        return builder.build(location);
    }

    private void start(XMLStreamReader reader) {
        String name = withoutPrefix(reader.getLocalName());
        int depth = open.size();
        if (depth > 0) {
            open.get(depth - 1).hasChildren = true;
        }
        String section = depth > 1 ? open.get(1).name : name;
        hasSystem |= depth == 1 && name.equals("System");
        boolean isData = depth == 2 && section.equals("EventData");
        String given = isData && name.equals("Data") ? reader.getAttributeValue(null, "Name") : name;
        open.add(new Element(name, given == null ? "" : given));
        if (depth > 0 && !isData) {
            attributes(reader, depth, section, name);
        }
    }

    private void attributes(XMLStreamReader reader, int depth, String section, String element) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = withoutPrefix(reader.getAttributeLocalName(i));
            boolean isNamespace = name.equals("xmlns") || "xmlns".equals(reader.getAttributePrefix(i));
            if (section.equals("System")) {
                builder.system(element, name, reader.getAttributeValue(i));
            } else if (depth > (isOther(section) ? 0 : 1) && !isNamespace) {
                builder.field(section(section), "@" + name, reader.getAttributeValue(i));
            }
        }
    }

    private void end() {
        Element element = open.remove(open.size() - 1);
        int depth = open.size();
        if (depth == 0 || element.hasChildren) {
            return;
        }
        String section = depth > 1 ? open.get(1).name : element.name;
        String text = element.text.toString();
        if (section.equals("System")) {
            builder.system(element.name, text);
        } else if (depth > 1 || isOther(section)) {
            builder.field(section(section), element.field, text);
        } else if (section.equals("EventData") && !text.isBlank()) {
            builder.field(Section.EVENT_DATA, "", text);
        }
    }

    private static boolean isOther(String section) {
        return section(section) == Section.OTHER;
    }

    private static Section section(String name) {
        return switch (name) {
            case "EventData" -> Section.EVENT_DATA;
            case "UserData" -> Section.USER_DATA;
            default -> Section.OTHER;
        };
    }

    private static String withoutPrefix(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private static String allowed(String xml) {
        String text = xml;
        for (int i = 0; i < xml.length(); i++) {
            if (isForbidden(xml.charAt(i))) {
                text = xml.codePoints()
                        .map(c -> c <= Character.MAX_VALUE && isForbidden((char) c) ? 0xfffd : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                break;
            }
        }
        return text.contains("&#") ? REFERENCE.matcher(text).replaceAll(EventXml::allowedReference) : text;
    }

    private static String allowedReference(MatchResult found) {
        String hex = found.group(1);
        String digits = hex == null ? found.group(2) : hex;
        int point = digits.length() > MOST_DIGITS ? -1 : Integer.parseInt(digits, hex == null ? 10 : 16);
        boolean isForbidden =
                !Character.isValidCodePoint(point) || point <= Character.MAX_VALUE && isForbidden((char) point);
        return isForbidden ? "\uFFFD" : found.group();
    }

    /** A lone surrogate counts, a pair is asked as one code point. */
    private static boolean isForbidden(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= '\uFFFE' || Character.isSurrogate(c);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
