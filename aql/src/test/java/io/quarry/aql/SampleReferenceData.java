package io.quarry.aql;

import io.quarry.aql.reference.Asset;
import io.quarry.aql.reference.ElementType;
import io.quarry.aql.reference.NameList;
import io.quarry.aql.reference.Network;
import io.quarry.aql.reference.Offense;
import io.quarry.aql.reference.ReferenceCollection;
import io.quarry.aql.reference.ReferenceData;
import io.quarry.aql.reference.ReferenceDataException;
import io.quarry.functions.lookup.GeoDatabase;
import io.quarry.plan.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One reference set, another one whose file is damaged, a saved search, and nothing else. */
final class SampleReferenceData implements ReferenceData {
    @Override
    public Optional<ReferenceCollection> collection(String name) {
        if (name.equals("Damaged")) {
            throw new ReferenceDataException("Damaged.csv, line 7: a quote that is not closed");
        }
        return Optional.of(name)
                .filter("Blocked addresses"::equals)
                .map(set -> new ReferenceCollection.Members(ElementType.IP, Set.of("192.0.2.1")));
    }

    @Override
    public List<String> collections() {
        return List.of("Blocked addresses", "Damaged");
    }

    @Override
    public Optional<Map<String, String>> names(NameList list) {
        return Optional.empty();
    }

    @Override
    public Optional<List<Asset>> assets() {
        return Optional.empty();
    }

    @Override
    public Optional<List<Network>> networks() {
        return Optional.empty();
    }

    @Override
    public Optional<GeoDatabase> places() {
        return Optional.empty();
    }

    @Override
    public Optional<Offense> offense(long number) {
        return Optional.empty();
    }

    @Override
    public Optional<SourceText> savedSearch(String name) {
        return Optional.of(name)
                .filter("Logons by user"::equals)
                .map(search -> new SourceText(search, "SELECT username, COUNT(*) FROM events GROUP BY username"));
    }
}
