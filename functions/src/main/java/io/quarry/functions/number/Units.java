package io.quarry.functions.number;

import io.quarry.processor.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Conversions between units of measure. A unit is where it stands in {@code units.txt}: its kind, its name, how many base
 * units it is, and for temperatures where its zero is. Units are those of today's international definitions. A unit of no
 * such name gives null.
 */
final class Units {
    private static final String SOURCE = "Kusto Query Language reference, convert_length() and its kin";

    /** A unit against the base unit of its kind. */
    private record Unit(BigDecimal size, BigDecimal zero) {
        /** The value in another unit; the two are compared exactly, and rounded once. */
        double convert(double value, Unit other) {
            double ratio = size.divide(other.size, MathContext.DECIMAL128).doubleValue();
            double shift = zero.subtract(other.zero)
                    .divide(other.size, MathContext.DECIMAL128)
                    .doubleValue();
            return value * ratio + shift;
        }
    }

    /** The units by kind and name. */
    private static final class Table {
        static final Map<String, Unit> UNITS = read();

        private static Map<String, Unit> read() {
            Map<String, Unit> units = new HashMap<>();
            try (InputStream in = Units.class.getResourceAsStream("units.txt")) {
                new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(line -> {
                    String[] parts = line.split(" ");
                    BigDecimal zero = parts.length > 3 ? new BigDecimal(parts[3]) : BigDecimal.ZERO;
                    units.put(parts[0] + " " + parts[1], new Unit(new BigDecimal(parts[2]), zero));
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return units;
        }
    }

    private Units() {}

    @Scalar(
            kql = "convert_angle",
            doc = "The angle in another unit; Tilt is its sine.",
            example = {
                "convert_angle(1.2, 'Degree', 'Arcminute') -> 72.0",
                "convert_angle(0.5, 'Tilt', 'Revolution') -> 0.08333333333333334",
                "convert_angle(1.2, 'Degree', 'Mile') -> real(null)"
            },
            source = SOURCE)
    static Double angle(double value, String from, String to) {
        Double degrees = from.equals("Tilt")
                ? Double.valueOf(Math.toDegrees(Math.asin(value)))
                : convert("angle", value, from, "Degree");
        if (degrees == null || !to.equals("Tilt")) {
            return degrees == null ? null : convert("angle", degrees, "Degree", to);
        }
        return Math.sin(Math.toRadians(degrees));
    }

    @Scalar(
            kql = "convert_energy",
            doc = "The energy in another unit.",
            example = "convert_energy(1.5, 'WattHour', 'Joule') -> 5400.0",
            source = SOURCE)
    static Double energy(double value, String from, String to) {
        return convert("energy", value, from, to);
    }

    @Scalar(
            kql = "convert_force",
            doc = "The force in another unit.",
            example = "convert_force(2.0, 'KilogramForce', 'Newton') -> 19.6133",
            source = SOURCE)
    static Double force(double value, String from, String to) {
        return convert("force", value, from, to);
    }

    @Scalar(
            kql = "convert_length",
            doc = "The length in another unit.",
            example = "convert_length(1.0, 'Mile', 'Meter') -> 1609.344",
            source = SOURCE)
    static Double length(double value, String from, String to) {
        return convert("length", value, from, to);
    }

    @Scalar(
            kql = "convert_mass",
            doc = "The mass in another unit.",
            example = "convert_mass(1.0, 'Pound', 'Kilogram') -> 0.45359237",
            source = SOURCE)
    static Double mass(double value, String from, String to) {
        return convert("mass", value, from, to);
    }

    @Scalar(
            kql = "convert_speed",
            doc = "The speed in another unit.",
            example = "convert_speed(36.0, 'KilometerPerHour', 'MeterPerSecond') -> 10.0",
            source = SOURCE)
    static Double speed(double value, String from, String to) {
        return convert("speed", value, from, to);
    }

    @Scalar(
            kql = "convert_temperature",
            doc = "The temperature in another unit.",
            example = "convert_temperature(1.2, 'Kelvin', 'DegreeCelsius') -> -271.95",
            source = SOURCE)
    static Double temperature(double value, String from, String to) {
        return convert("temperature", value, from, to);
    }

    @Scalar(
            kql = "convert_volume",
            doc = "The volume in another unit.",
            example = "convert_volume(2.0, 'Liter', 'CubicCentimeter') -> 2000.0",
            source = SOURCE)
    static Double volume(double value, String from, String to) {
        return convert("volume", value, from, to);
    }

    private static Double convert(String kind, double value, String from, String to) {
        Unit source = Table.UNITS.get(kind + " " + from);
        Unit target = Table.UNITS.get(kind + " " + to);
        return source == null || target == null ? null : Double.valueOf(source.convert(value, target));
    }
}
