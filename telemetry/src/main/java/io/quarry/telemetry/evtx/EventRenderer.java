package io.quarry.telemetry.evtx;

import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField.Section;
import io.quarry.telemetry.EventLocation;
import io.quarry.telemetry.windows.EventBuilder;
import java.util.ArrayList;
import java.util.List;

/** Turns the fragment of a record into an event, without a document in between. */
final class EventRenderer {
    private final EventBuilder builder = new EventBuilder();

    Event render(XmlNode[] fragment, EventLocation location) throws Malformed {
        builder.clear();
        List<Occurrence> roots = new ArrayList<>(1);
        for (XmlNode node : fragment) {
            node.elements(Values.NONE, 0, roots);
        }
        if (roots.isEmpty()) {
            throw new Malformed("no element in the record");
        }
        for (Occurrence section : roots.get(0).children()) {
            switch (section.name()) {
                case "System" -> system(section);
                case "EventData" -> eventData(section);
                case "UserData" -> {
                    for (Occurrence element : section.children()) {
                        leaves(Section.USER_DATA, element);
                    }
                }
                default -> leaves(Section.OTHER, section);
            }
        }
        return builder.build(location);
    }

    private void system(Occurrence section) throws Malformed {
        for (Occurrence element : section.children()) {
            switch (element.name()) {
                case "TimeCreated" -> builder.time(element.timeAttribute("SystemTime"));
                case "Provider", "Correlation", "Execution", "Security" -> attributes(element);
                case "EventID" -> {
                    attributes(element);
                    builder.system("EventID", element.text());
                }
                default -> builder.system(element.name(), element.text());
            }
        }
    }

    private void attributes(Occurrence element) throws Malformed {
        for (XmlElement.Attribute attribute : element.element().attributes()) {
            builder.system(element.name(), attribute.name(), element.text(attribute.content()));
        }
    }

    private void eventData(Occurrence section) throws Malformed {
        List<Occurrence> elements = section.children();
        if (elements.isEmpty()) {
            String text = section.text();
            if (!text.isBlank()) {
                builder.field(Section.EVENT_DATA, "", text);
            }
        }
        for (Occurrence element : elements) {
            List<Occurrence> children = element.children();
            for (Occurrence child : children) {
                leaves(Section.EVENT_DATA, child);
            }
            if (children.isEmpty()) {
                builder.field(Section.EVENT_DATA, dataName(element), element.text());
            }
        }
    }

    private static String dataName(Occurrence element) throws Malformed {
        if (!element.name().equals("Data")) {
            return element.name();
        }
        String name = element.attribute("Name");
        return name == null ? "" : name;
    }

    private void leaves(Section section, Occurrence element) throws Malformed {
        for (XmlElement.Attribute attribute : element.attributes()) {
            if (!isNamespace(attribute.name())) {
                builder.field(section, "@" + localName(attribute.name()), element.text(attribute.content()));
            }
        }
        List<Occurrence> children = element.children();
        if (children.isEmpty()) {
            builder.field(section, element.name(), element.text());
        }
        for (Occurrence child : children) {
            leaves(section, child);
        }
    }

    private static boolean isNamespace(String attribute) {
        return attribute.equals("xmlns") || attribute.startsWith("xmlns:");
    }

    private static String localName(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }
}
