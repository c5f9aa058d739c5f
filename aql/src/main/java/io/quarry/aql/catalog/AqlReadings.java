package io.quarry.aql.catalog;

import io.quarry.plan.Suggestions;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody decides of the readings of AQL that nobody has confirmed; of the others {@link AqlCatalog#standard} holds.
 *
 * @param decided true for a reading that is taken, false for one that is not
 */
public record AqlReadings(Map<AqlSwitch, Boolean> decided) {
    /** Nothing is decided. */
    public static final AqlReadings STANDARD = new AqlReadings(Map.of());

    public AqlReadings {
        decided = Map.copyOf(decided);
    }

    /**
     * These, and one more as a person writes it.
     *
     * @param name of the switch in any letter case, with hyphens or underscores
     * @param value {@code on} or {@code off}
     * @throws IllegalArgumentException if there is no such switch or value; the message says what is expected
     */
    public AqlReadings with(String name, String value) {
        List<String> known =
                Arrays.stream(AqlSwitch.values()).map(AqlSwitch::name).toList();
        String folded = name.toUpperCase(Locale.ROOT).replace('-', '_');
        if (!known.contains(folded)) {
            List<String> near = Suggestions.near(folded, known);
            throw new IllegalArgumentException("there is no switch '" + name + "'; "
                    + (near.isEmpty()
                            ? "there are " + String.join(", ", known)
                            : "did you mean " + String.join(" or ", near) + "?"));
        }
        if (!value.equals("on") && !value.equals("off")) {
            throw new IllegalArgumentException(folded + " is '" + value + "', expected on or off");
        }
        return and(new AqlReadings(Map.of(AqlSwitch.valueOf(folded), value.equals("on"))));
    }

    /** These, and those of others; where both decide, the others do. */
    public AqlReadings and(AqlReadings others) {
        Map<AqlSwitch, Boolean> all = new EnumMap<>(AqlSwitch.class);
        all.putAll(decided);
        all.putAll(others.decided);
        return new AqlReadings(all);
    }
}
