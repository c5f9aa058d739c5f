package io.quarry.cli;

import io.quarry.detect.packtest.ScenarioOutcome;
import io.quarry.detect.packtest.SignalOutcome;
import io.quarry.detect.packtest.VersionOutcome;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Pack tests as JUnit XML: a suite a pack, a test case a scenario and version, one more for its signals. */
final class TestJunit implements TestReport {
    private final PrintStream to;

    TestJunit(PrintStream to) {
        this.to = to;
    }

    private record Case(String suite, String name, List<String> failures) {}

    @Override
    public void write(Map<String, List<ScenarioOutcome>> outcomes) throws IOException {
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(to, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("testsuites");
            for (Map.Entry<String, List<ScenarioOutcome>> pack : outcomes.entrySet()) {
                write(pack.getKey(), cases(pack.getKey(), pack.getValue()), out);
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
            to.println();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write the report: " + e.getMessage(), e);
        }
    }

    private static List<Case> cases(String suite, List<ScenarioOutcome> outcomes) {
        List<Case> cases = new ArrayList<>();
        for (ScenarioOutcome outcome : outcomes) {
            String id = outcome.scenario().id();
            for (VersionOutcome version : outcome.versions()) {
                cases.add(new Case(
                        suite,
                        id + " [" + version.platform().label() + "]",
                        version.isMet()
                                ? List.of()
                                : List.of("fired " + version.fired() + ", expected " + version.expected()
                                        + "; without tuning fired " + version.firedUntuned() + ", expected "
                                        + version.expectedUntuned())));
            }
            cases.add(new Case(
                    suite,
                    id + " [signals]",
                    outcome.signals().stream()
                            .filter(signal -> !signal.isMet())
                            .map(TestJunit::failure)
                            .toList()));
        }
        return cases;
    }

    private static String failure(SignalOutcome outcome) {
        return (outcome.isPresent() ? "present, expected absent: " : "absent, expected present: ")
                + outcome.signal().text();
    }

    private static void write(String suite, List<Case> cases, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("testsuite");
        out.writeAttribute("name", suite);
        out.writeAttribute("tests", Integer.toString(cases.size()));
        out.writeAttribute(
                "failures",
                Long.toString(cases.stream()
                        .filter(each -> !each.failures().isEmpty())
                        .count()));
        for (Case each : cases) {
            out.writeStartElement("testcase");
            out.writeAttribute("classname", each.suite());
            out.writeAttribute("name", each.name());
            for (String failure : each.failures()) {
                out.writeStartElement("failure");
                out.writeAttribute("message", failure);
                out.writeEndElement();
            }
            out.writeEndElement();
        }
        out.writeEndElement();
    }
}
