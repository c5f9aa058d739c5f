package io.quarry.functions.encode;

import io.quarry.processor.Scalar;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML as bags. */
final class XmlText {
    /** Deeper documents count as broken. */
    private static final int MAX_DEPTH = 500;

    private XmlText() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    @Scalar(
            kql = "parse_xml",
            doc =
                    "Bag of an XML document: attributes begin with @, text beside them is #text, repeated elements are arrays; "
                            + "null if it is broken.",
            example = {
                "parse_xml('<a x=\"1\"><b>t</b><b>u</b></a>') -> dynamic({'a':{'@x':'1','b':['t','u']}})",
                "parse_xml('<a x=\"1\">t</a>') -> dynamic({'a':{'@x':'1','#text':'t'}})",
                "parse_xml('<a') -> dynamic(null)"
            },
            source = "Kusto Query Language reference, parse_xml()")
    static Object parse(String text) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            Map<String, Object> document = new LinkedHashMap<>();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    document.put(name(reader), element(reader, 1));
                }
            }
            return document.isEmpty() ? null : document;
        } catch (XMLStreamException e) {
            return null;
        }
    }

    private static Object element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new XMLStreamException("deeper than " + MAX_DEPTH);
        }
        Map<String, Object> bag = new LinkedHashMap<>();
        Map<String, List<Object>> children = new LinkedHashMap<>();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            bag.put("@xmlns" + (prefix == null ? "" : ":" + prefix), reader.getNamespaceURI(i));
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            bag.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = name(reader);
                Object child = element(reader, depth + 1);
                children.computeIfAbsent(name, key -> new ArrayList<>()).add(child);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        children.forEach((name, all) -> bag.put(name, all.size() == 1 ? all.get(0) : all));
        String content = text.toString().strip();
        if (bag.isEmpty()) {
            return content.isEmpty() ? null : content;
        }
        if (!content.isEmpty()) {
            bag.put("#text", content);
        }
        return bag;
    }

    private static String name(XMLStreamReader reader) {
        String prefix = reader.getPrefix();
        return prefix == null || prefix.isEmpty() ? reader.getLocalName() : prefix + ":" + reader.getLocalName();
    }
}
