package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.functions.lookup.GeoDatabase;
import io.quarry.functions.lookup.Lookup;
import io.quarry.kql.catalog.SideInputException;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code geo_info_from_ip_address}: a bag with what a city database in MaxMind's format, as the platform uses one, says of an
 * address. The bag is empty where that says nothing, and without a database always.
 */
final class PlaceOfAddress {
    private static final String NAME = "geo_info_from_ip_address";

    private PlaceOfAddress() {}

    static Scalar analyze(ScalarAnalyzer scalars, Expression.Call call) {
        Analysis analysis = scalars.analysis();
        Expression argument = call.arguments().get(0);
        Scalar address = scalars.analyze(argument);
        if (address.isKnown() && !TextOperators.isText(address.type())) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    argument.span(),
                    NAME + " takes a text, found " + address.type().label());
        }
        Optional<GeoDatabase> places = places(analysis, call);
        if (places.isEmpty()) {
            analysis.report(
                    KqlCode.NO_ENRICHMENT,
                    call.function().span(),
                    NAME + "() gives an empty bag, since nothing here knows where an address is",
                    "--geo FILE gives a city database in MaxMind's format");
        }
        return places.isEmpty() || !address.isKnown()
                ? Scalar.literal(Type.DYNAMIC, Map.of())
                : Scalar.of(lookup(places.get(), address.expr(), analysis.origin(call.span())));
    }

    private static Optional<GeoDatabase> places(Analysis analysis, Expression.Call call) {
        try {
            return analysis.catalog().sideInputs().places();
        } catch (SideInputException e) {
            analysis.report(
                    e.code(), call.function().span(), e.getMessage(), e.hints().toArray(String[]::new));
            return Optional.empty();
        }
    }

    private static Expr lookup(GeoDatabase places, Expr address, Origin origin) {
        Expr text = address.type() == Type.STRING
                ? address
                : Overloads.call("tostring", List.of(address), origin).orElseThrow();
        Lookup lookup = Lookup.ofTexts(NAME, List.of(), 1, Type.DYNAMIC, values -> places.place(values[0])
                .map(PlaceOfAddress::bag)
                .orElse(Map.of()));
        return new Expr.Call(lookup, List.of(text), origin);
    }

    /** What the record says of country, state, city and the point; what it does not say is left out. */
    private static Map<String, Object> bag(Map<String, Object> record) {
        Map<String, Object> bag = new LinkedHashMap<>();
        name(record.get("country")).ifPresent(country -> bag.put("country", country));
        if (record.get("subdivisions") instanceof List<?> states && !states.isEmpty()) {
            name(states.get(0)).ifPresent(state -> bag.put("state", state));
        }
        name(record.get("city")).ifPresent(city -> bag.put("city", city));
        if (record.get("location") instanceof Map<?, ?> point
                && point.get("latitude") instanceof Double latitude
                && point.get("longitude") instanceof Double longitude) {
            bag.put("latitude", latitude);
            bag.put("longitude", longitude);
        }
        return bag;
    }

    private static Optional<Object> name(Object part) {
        return part instanceof Map<?, ?> map && map.get("names") instanceof Map<?, ?> names
                ? Optional.ofNullable(names.get("en"))
                : Optional.empty();
    }
}
