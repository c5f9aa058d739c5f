package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.reference.Network;
import io.quarry.data.Type;
import io.quarry.functions.aql.Address;
import io.quarry.functions.aql.AddressRange;
import io.quarry.functions.lookup.Lookup;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import io.quarry.plan.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lookups in the network hierarchy: the smallest network that an address lies in. */
final class NetworkLookups {
    private record Ranged(AddressRange range, Network network) {}

    private final QueryScope scope;
    private final LookupArguments arguments;

    NetworkLookups(QueryScope scope, LookupArguments arguments) {
        this.scope = scope;
        this.arguments = arguments;
    }

    /** Empty if nothing is known of networks. */
    Optional<Expr> lookup(LookupFunction function) {
        return scope.catalog().reference().networks().map(networks -> {
            List<Ranged> smallestFirst = smallestFirst(networks);
            boolean isFull = function == LookupFunction.FULLNETWORKNAME;
            Lookup lookup = new Lookup(
                    function.shown(),
                    List.of(),
                    new Signature(List.of(Type.STRING, Type.LONG), false, Type.STRING),
                    values -> Address.parse((String) values[0])
                            .map(address -> find(smallestFirst, address, (Long) values[1])
                                    .map(network -> isFull ? network.fullName() : network.name())
                                    .orElse(Network.OTHER))
                            .orElse(null));
            Expr domain =
                    arguments.count() > 1 ? arguments.expr(1) : Typed.whole(-1).expr();
            return new Expr.Call(lookup, List.of(arguments.expr(0), domain), arguments.origin());
        });
    }

    private List<Ranged> smallestFirst(List<Network> networks) {
        List<Ranged> ranged = new ArrayList<>();
        for (Network network : networks) {
            try {
                ranged.add(new Ranged(AddressRange.of(network.range()), network));
            } catch (FunctionException e) {
                scope.findings()
                        .add(
                                AqlCode.REFERENCE_DATA,
                                arguments.place(0),
                                "network hierarchy, " + network.fullName() + ": " + e.getMessage());
            }
        }
        ranged.sort(Comparator.comparingInt((Ranged one) -> -one.range().bits()));
        return ranged;
    }

    private static Optional<Network> find(List<Ranged> smallestFirst, Address address, long domain) {
        return smallestFirst.stream()
                .filter(one -> one.range().contains(address))
                .map(Ranged::network)
                .filter(network -> domain == -1 || network.domain().orElse(domain) == domain)
                .findFirst();
    }
}
