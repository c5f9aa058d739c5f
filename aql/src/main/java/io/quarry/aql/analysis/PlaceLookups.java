package io.quarry.aql.analysis;

import io.quarry.aql.reference.ReferenceData;
import io.quarry.aql.syntax.Expression;
import io.quarry.data.Type;
import io.quarry.functions.json.DynamicText;
import io.quarry.functions.lookup.GeoDatabase;
import io.quarry.functions.lookup.Lookup;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The functions of {@code GEO}: what a city database in MaxMind's format says of an address. Places that a site gives its
 * own networks are not known, so those by domain are refused.
 */
final class PlaceLookups {
    private static final Set<String> PARTS = Set.of(
            "city",
            "country",
            "continent",
            "location",
            "postal",
            "subdivisions",
            "registered_country",
            "represented_country",
            "traits");

    /** The fields of {@code GEO::LOOKUP_TEXT}, with the way to them in a record. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "city_name", List.of("city", "names", "en"),
            "country_name", List.of("country", "names", "en"),
            "country_iso_code", List.of("country", "iso_code"),
            "registered_country_name", List.of("registered_country", "names", "en"),
            "represented_country_name", List.of("represented_country", "names", "en"),
            "continent_name", List.of("continent", "names", "en"),
            "continent_code", List.of("continent", "code"),
            "postal_code", List.of("postal", "code"));

    /** Mean radius of the earth. */
    private static final double KILOMETRES = 6371.0088;

    private final QueryScope scope;
    private final LookupArguments arguments;

    PlaceLookups(QueryScope scope, LookupArguments arguments) {
        this.scope = scope;
        this.arguments = arguments;
    }

    /** Empty if texts are only checked. */
    Optional<Expr> lookup(Expression.Call call, LookupFunction function) {
        ReferenceData reference = scope.catalog().reference();
        if (reference == ReferenceData.UNKNOWN) {
            return Optional.empty();
        }
        if (function.shown().endsWith("_BY_DOMAIN")) {
            return refused(call, function, "the places that a site gives a domain's networks are not known");
        }
        Optional<GeoDatabase> places = reference.places();
        if (places.isEmpty()) {
            return refused(call, function, call.name() + " needs a city database in MaxMind's format");
        }
        return switch (function) {
            case GEO_LOOKUP -> part(call, places.get());
            case GEO_LOOKUP_TEXT -> field(call, places.get());
            case GEO_DISTANCE -> Optional.of(distance(places.get()));
            default -> throw new IllegalStateException("no lookup of a place: " + function);
        };
    }

    private Optional<Expr> refused(Expression.Call call, LookupFunction function, String message, String... hints) {
        scope.findings().add(CommonCode.UNSUPPORTED, call.span(), message, hints);
        return Optional.of(Typed.absent(function.result()).expr());
    }

    private Optional<Expr> part(Expression.Call call, GeoDatabase places) {
        String part = arguments.constant(1);
        if (!PARTS.contains(part)) {
            return unknown(call, LookupFunction.GEO_LOOKUP, part, PARTS);
        }
        return Optional.of(lookup(
                part,
                address -> places.place(address).map(place -> place.get(part)).map(DynamicText::json)));
    }

    private Optional<Expr> field(Expression.Call call, GeoDatabase places) {
        String field = arguments.constant(1);
        List<String> way = FIELDS.get(field);
        if (way == null) {
            return unknown(call, LookupFunction.GEO_LOOKUP_TEXT, field, FIELDS.keySet());
        }
        return Optional.of(lookup(field, address -> places.place(address)
                .flatMap(place -> at(place, way))
                .map(Object::toString)));
    }

    private Optional<Expr> unknown(Expression.Call call, LookupFunction function, String asked, Set<String> known) {
        return refused(
                call,
                function,
                "what QRadar gives for '" + asked + "' is not known",
                "known are " + known.stream().sorted().collect(Collectors.joining(", ")));
    }

    private Expr lookup(String constant, Function<String, Optional<String>> answer) {
        return arguments.call(
                Lookup.ofTexts("place", List.of(constant), 1, Type.STRING, values -> answer.apply(values[0])
                        .orElse(null)));
    }

    private Expr distance(GeoDatabase places) {
        return arguments.call(Lookup.ofTexts("distance", List.of(), 2, Type.REAL, values -> {
            Optional<double[]> a = places.place(values[0]).flatMap(PlaceLookups::point);
            Optional<double[]> b = places.place(values[1]).flatMap(PlaceLookups::point);
            return a.isPresent() && b.isPresent() ? (Double) greatCircle(a.get(), b.get()) : null;
        }));
    }

    private static Optional<Object> at(Map<String, Object> place, List<String> way) {
        Object found = place;
        for (String step : way) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return Optional.ofNullable(found);
    }

    /** Latitude and longitude in degrees. */
    private static Optional<double[]> point(Map<String, Object> place) {
        return at(place, List.of("location", "latitude"))
                .filter(Number.class::isInstance)
                .flatMap(latitude -> at(place, List.of("location", "longitude"))
                        .filter(Number.class::isInstance)
                        .map(longitude ->
                                new double[] {((Number) latitude).doubleValue(), ((Number) longitude).doubleValue()}));
    }

    /** Kilometres between two points on a sphere. */
    private static double greatCircle(double[] a, double[] b) {
        double north = Math.toRadians(b[0] - a[0]) / 2;
        double east = Math.toRadians(b[1] - a[1]) / 2;
        double h = Math.sin(north) * Math.sin(north)
                + Math.cos(Math.toRadians(a[0])) * Math.cos(Math.toRadians(b[0])) * Math.sin(east) * Math.sin(east);
        return 2 * KILOMETRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
