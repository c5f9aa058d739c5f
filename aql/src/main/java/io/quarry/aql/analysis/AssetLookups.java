package io.quarry.aql.analysis;

import io.quarry.aql.reference.Asset;
import io.quarry.data.Type;
import io.quarry.functions.aql.Address;
import io.quarry.functions.lookup.Lookup;
import io.quarry.plan.Expr;
import io.quarry.plan.Parameters;
import io.quarry.plan.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lookups in the asset model, as it was at a time: the one that is given, else when the query begins. */
final class AssetLookups {
    private final QueryScope scope;
    private final LookupArguments arguments;

    AssetLookups(QueryScope scope, LookupArguments arguments) {
        this.scope = scope;
        this.arguments = arguments;
    }

    /** Empty if nothing is known of assets. */
    Optional<Expr> lookup(LookupFunction function) {
        return scope.catalog().reference().assets().map(assets -> switch (function) {
            case ASSETHOSTNAME -> byTime(assets, property(Asset.HOST_NAME), "hostname");
            case ASSETUSER -> byTime(assets, property(Asset.USER), "username");
            case ASSETPROPERTY -> {
                String name = arguments.constant(0);
                Expr domain = arguments.count() == 3 ? arguments.expr(2) : everyDomain();
                yield call(assets, Type.STRING, property(name), name, arguments.expr(1), now(), domain);
            }
            case MATCHESASSETSEARCH -> {
                String search = arguments.constant(0);
                yield call(
                        assets,
                        Type.BOOL,
                        asset -> asset.searches().contains(search),
                        "search " + search,
                        arguments.expr(1),
                        now(),
                        everyDomain());
            }
            default -> throw new IllegalStateException("no lookup of an asset: " + function);
        });
    }

    private static Function<Asset, Object> property(String name) {
        return asset -> asset.properties().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .min(Comparator.comparing((Map.Entry<String, String> entry) ->
                                !entry.getKey().equals(name))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private Expr byTime(List<Asset> assets, Function<Asset, Object> fact, String key) {
        Expr time = arguments.count() > 1 ? arguments.expr(1) : now();
        Expr domain = arguments.count() > 2 ? arguments.expr(2) : everyDomain();
        return call(assets, Type.STRING, fact, key, arguments.expr(0), time, domain);
    }

    private Expr now() {
        return Operators.call("NOW", arguments.origin(), Parameters.NOW);
    }

    /** Stands for no domain: assets of every domain are found. */
    private static Expr everyDomain() {
        return Typed.whole(-1).expr();
    }

    private Expr call(
            List<Asset> assets, Type result, Function<Asset, Object> fact, String key, Expr... addressTimeDomain) {
        Map<Address, List<Asset>> byAddress = new HashMap<>();
        for (Asset asset : assets) {
            for (String address : asset.addresses()) {
                Address.parse(address).ifPresent(parsed -> byAddress
                        .computeIfAbsent(parsed, none -> new ArrayList<>())
                        .add(asset));
            }
        }
        Lookup lookup = new Lookup(
                "asset",
                List.of(key),
                new Signature(List.of(Type.STRING, Type.LONG, Type.LONG), false, result),
                values -> {
                    List<Asset> there = Address.parse((String) values[0])
                            .map(byAddress::get)
                            .orElse(List.of());
                    Optional<Asset> asset = at(there == null ? List.of() : there, (Long) values[1], (Long) values[2]);
                    return asset.map(fact).orElse(result == Type.BOOL ? Boolean.FALSE : null);
                });
        return new Expr.Call(lookup, List.of(addressTimeDomain), arguments.origin());
    }

    /** The latest asset that holds at a time. */
    private static Optional<Asset> at(List<Asset> assets, long time, long domain) {
        return assets.stream()
                .filter(asset -> asset.since().orElse(Long.MIN_VALUE) <= time)
                .filter(asset -> domain == -1 || asset.domain().orElse(domain) == domain)
                .max(Comparator.comparingLong(asset -> asset.since().orElse(Long.MIN_VALUE)));
    }
}
