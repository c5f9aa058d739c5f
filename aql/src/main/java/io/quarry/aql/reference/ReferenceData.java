package io.quarry.aql.reference;

import io.quarry.functions.lookup.GeoDatabase;
import io.quarry.plan.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a QRadar knows beside its events and flows. It is read when a query is compiled, so that what is missing is reported
 * at its place in the text. An empty answer says that nothing is known; a lookup in it gives null, which a warning tells.
 *
 * <p>Every method may throw {@link ReferenceDataException} if what it would read is there and cannot be read.
 */
public interface ReferenceData {
    /** Nothing is known but {@link ShippedNames}, since texts are only checked. */
    ReferenceData UNKNOWN = new UnknownReferenceData();

    /** A reference set, map, map of sets or table, by its name in any letter case. */
    Optional<ReferenceCollection> collection(String name);

    /** The names of all collections, sorted; for suggestions. */
    List<String> collections();

    /** The names of numbers of one kind; the numbers are written in decimal. */
    Optional<Map<String, String>> names(NameList list);

    /** The asset model. */
    Optional<List<Asset>> assets();

    /** The network hierarchy: the local networks. An address in none of them is in the network {@code other}. */
    Optional<List<Network>> networks();

    /** Where addresses are. */
    Optional<GeoDatabase> places();

    /** The span of an offense, by its number. */
    Optional<Offense> offense(long number);

    /** The text of a saved search, by its name as {@code GLOBALVIEW} is given it. */
    Optional<SourceText> savedSearch(String name);
}
