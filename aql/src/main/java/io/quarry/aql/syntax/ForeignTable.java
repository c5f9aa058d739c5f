package io.quarry.aql.syntax;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What authors take for a table, and what says the same in AQL.
 *
 * @param names matches what they call it
 * @param instead what to write
 */
public record ForeignTable(Pattern names, String instead) {
    private static final List<ForeignTable> ALL = List.of(
            of(
                    "ref(erence)?_?(data)?[._]?sets?\\b.*",
                    "the entries of a reference set are no table; REFERENCESETCONTAINS('set', x) asks whether x is one of them"),
            of(
                    "ref(erence)?_?(data)?[._]?(maps?|tables?)?\\b.*",
                    "reference data is no table; REFERENCEMAP('map', key) and REFERENCETABLE('table', 'column', key) look it up"),
            of(
                    "assets?",
                    "ASSETHOSTNAME(ip), ASSETUSER(ip) and ASSETPROPERTY('property', ip) look assets up; a row whose address"
                            + " has none stays, with nothing there"),
            of("offenses?", "INOFFENSE(number) asks for the events of an offense; offenses themselves are no table"),
            of("(log_?sources?|devices?)", "LOGSOURCENAME(logsourceid) and LOGSOURCETYPENAME(devicetype) name them"),
            of("(qid_?(map|names?)?|event_?names?)", "QIDNAME(qid) names an event"),
            of("(categories|category|event_?categor.*)", "CATEGORYNAME(category) names a category"),
            of(
                    "(networks?|network_?hierarchy)",
                    "NETWORKNAME(ip) and FULLNETWORKNAME(ip) name the network of an address"),
            of("rules?", "RULENAME(creEventList) names the rules that an event matched"),
            of("domains?", "DOMAINNAME(domainid) names a domain"));

    private static ForeignTable of(String names, String instead) {
        return new ForeignTable(Pattern.compile(names, Pattern.CASE_INSENSITIVE), instead);
    }

    /** What to write for a table that AQL does not have; empty if the name tells nothing. */
    public static Optional<String> instead(String name) {
        return ALL.stream()
                .filter(table -> table.names.matcher(name).matches())
                .map(ForeignTable::instead)
                .findFirst();
    }
}
