package io.quarry.telemetry.evtx;

import io.quarry.telemetry.EventField;
import io.quarry.telemetry.evtx.TemplateWriter.Attribute;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The template of one section of an event: which fields it has, in which order. Events with the same fields share it.
 *
 * @param names of the fields; value {@code i} of an instance is that of field {@code i}
 */
record SectionTemplate(EventField.Section section, List<String> names) {
    SectionTemplate {
        names = List.copyOf(names);
        boolean endsWithAttribute = section != EventField.Section.EVENT_DATA
                && names.get(names.size() - 1).startsWith("@");
        if (endsWithAttribute) {
            throw new IllegalArgumentException("no element follows the attribute " + names.get(names.size() - 1));
        }
    }

    /** The same for the same section and names, in every file. */
    UUID guid() {
        return UUID.nameUUIDFromBytes((section + "\0" + String.join("\0", names)).getBytes(StandardCharsets.UTF_8));
    }

    void write(ChunkWriter chunk) throws ChunkFull {
        TemplateWriter xml = new TemplateWriter(chunk);
        xml.fragment(() -> {
            switch (section) {
                case EVENT_DATA -> xml.element("EventData", List.of(), () -> data(xml));
                case USER_DATA ->
                    xml.element("UserData", List.of(), () -> xml.element("EventXML", List.of(), () -> leaves(xml)));
                case OTHER -> xml.element("RenderingInfo", List.of(), () -> leaves(xml));
            }
        });
    }

    private void data(TemplateWriter xml) throws ChunkFull {
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            List<Attribute> name =
                    names.get(i).isEmpty() ? List.of() : List.of(Attribute.constant("Name", names.get(i)));
            xml.element("Data", name, () -> xml.normal(index, ValueType.STRING));
        }
    }

    /** An attribute belongs to the next element. */
    private void leaves(TemplateWriter xml) throws ChunkFull {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            if (names.get(i).startsWith("@")) {
                attributes.add(Attribute.value(names.get(i).substring(1), i));
            } else {
                xml.element(names.get(i), List.copyOf(attributes), () -> xml.normal(index, ValueType.STRING));
                attributes.clear();
            }
        }
    }
}
