package io.quarry.aql.reference;

import io.quarry.functions.lookup.GeoDatabase;
import io.quarry.plan.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows nothing but what every QRadar knows. */
final class UnknownReferenceData implements ReferenceData {
    @Override
    public Optional<ReferenceCollection> collection(String name) {
        return Optional.empty();
    }

    @Override
    public List<String> collections() {
        return List.of();
    }

    @Override
    public Optional<Map<String, String>> names(NameList list) {
        return ShippedNames.of(list);
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
        return Optional.empty();
    }
}
