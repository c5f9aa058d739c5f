package io.quarry.aql.analysis;

import io.quarry.aql.reference.Asset;
import io.quarry.aql.reference.NameList;
import io.quarry.aql.reference.Network;
import io.quarry.aql.reference.Offense;
import io.quarry.aql.reference.ReferenceCollection;
import io.quarry.aql.reference.ReferenceData;
import io.quarry.functions.lookup.GeoDatabase;
import io.quarry.plan.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a saved search may look up: everything but saved searches, which could lead back to itself. */
record WithoutSearches(ReferenceData all) implements ReferenceData {
    @Override
    public Optional<ReferenceCollection> collection(String name) {
        return all.collection(name);
    }

    @Override
    public List<String> collections() {
        return all.collections();
    }

    @Override
    public Optional<Map<String, String>> names(NameList list) {
        return all.names(list);
    }

    @Override
    public Optional<List<Asset>> assets() {
        return all.assets();
    }

    @Override
    public Optional<List<Network>> networks() {
        return all.networks();
    }

    @Override
    public Optional<GeoDatabase> places() {
        return all.places();
    }

    @Override
    public Optional<Offense> offense(long number) {
        return all.offense(number);
    }

    @Override
    public Optional<SourceText> savedSearch(String name) {
        return Optional.empty();
    }
}
