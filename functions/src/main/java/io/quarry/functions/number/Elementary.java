package io.quarry.functions.number;

import io.quarry.processor.Scalar;

/** Powers, logarithms and trigonometry of reals. */
final class Elementary {
    private static final String SOURCE = "Kusto Query Language reference, Mathematical functions";

    private Elementary() {}

    @Scalar(
            kql = "pow",
            doc = "The base to the power of the exponent.",
            example = "pow(2.0, 3.0) -> 8.0",
            source = SOURCE)
    static double pow(double base, double exponent) {
        return Math.pow(base, exponent);
    }

    @Scalar(kql = "sqrt", doc = "Square root; NaN below 0.", example = "sqrt(256.0) -> 16.0", source = SOURCE)
    static double sqrt(double number) {
        return Math.sqrt(number);
    }

    @Scalar(
            kql = "log",
            doc = "Natural logarithm; null below 0.",
            example = {"log(1.0) -> 0.0", "log(-1.0) -> real(null)"},
            source = SOURCE)
    static Double log(double number) {
        return number < 0 ? null : Double.valueOf(Math.log(number));
    }

    @Scalar(kql = "log2", doc = "Logarithm to base 2; null below 0.", example = "log2(8.0) -> 3.0", source = SOURCE)
    static Double log2(double number) {
        if (number < 0) {
            return null;
        }
        int exponent = Math.getExponent(number);
        boolean isPower = Double.isFinite(number) && number == Math.scalb(1.0, exponent);
        return isPower ? exponent : Math.log(number) / Math.log(2);
    }

    @Scalar(
            kql = "log10",
            doc = "Logarithm to base 10; null below 0.",
            example = "log10(1000.0) -> 3.0",
            source = SOURCE)
    static Double log10(double number) {
        return number < 0 ? null : Double.valueOf(Math.log10(number));
    }

    @Scalar(
            kql = "exp",
            doc = "The number e to the power of the argument.",
            example = "exp(0.0) -> 1.0",
            source = SOURCE)
    static double exp(double number) {
        return Math.exp(number);
    }

    @Scalar(kql = "exp2", doc = "2 to the power of the number.", example = "exp2(3.0) -> 8.0", source = SOURCE)
    static double exp2(double number) {
        return Math.pow(2, number);
    }

    @Scalar(kql = "exp10", doc = "10 to the power of the number.", example = "exp10(3.0) -> 1000.0", source = SOURCE)
    static double exp10(double number) {
        return Math.pow(10, number);
    }

    @Scalar(kql = "pi", doc = "The ratio of a circle's circumference to its diameter.", source = SOURCE)
    static double pi() {
        return Math.PI;
    }

    @Scalar(kql = "sin", doc = "Sine of an angle in radians.", source = SOURCE)
    static double sin(double angle) {
        return Math.sin(angle);
    }

    @Scalar(kql = "cos", doc = "Cosine of an angle in radians.", source = SOURCE)
    static double cos(double angle) {
        return Math.cos(angle);
    }

    @Scalar(kql = "tan", doc = "Tangent of an angle in radians.", source = SOURCE)
    static double tan(double angle) {
        return Math.tan(angle);
    }

    @Scalar(kql = "cot", doc = "Cotangent of an angle in radians.", source = SOURCE)
    static double cot(double angle) {
        return 1 / Math.tan(angle);
    }

    @Scalar(kql = "asin", doc = "Angle of a sine, in radians.", source = SOURCE)
    static double asin(double number) {
        return Math.asin(number);
    }

    @Scalar(kql = "acos", doc = "Angle of a cosine, in radians.", source = SOURCE)
    static double acos(double number) {
        return Math.acos(number);
    }

    @Scalar(kql = "atan", doc = "Angle of a tangent, in radians.", source = SOURCE)
    static double atan(double number) {
        return Math.atan(number);
    }

    @Scalar(kql = "atan2", doc = "Angle of the point (x, y), in radians.", source = SOURCE)
    static double atan2(double y, double x) {
        return Math.atan2(y, x);
    }

    @Scalar(kql = "degrees", doc = "Degrees of an angle in radians.", source = SOURCE)
    static double degrees(double radians) {
        return radians * (180 / Math.PI);
    }

    @Scalar(kql = "radians", doc = "Radians of an angle in degrees.", source = SOURCE)
    static double radians(double degrees) {
        return degrees * (Math.PI / 180);
    }

    @Scalar(kql = "isnan", doc = "True if the number is NaN.", example = "isnan(real(nan)) -> true", source = SOURCE)
    static boolean isNaN(double number) {
        return Double.isNaN(number);
    }

    @Scalar(kql = "isinf", doc = "True if the number is an infinity.", example = "isinf(1.0) -> false", source = SOURCE)
    static boolean isInfinite(double number) {
        return Double.isInfinite(number);
    }

    @Scalar(
            kql = "isfinite",
            doc = "True if the number is neither NaN nor an infinity.",
            example = "isfinite(1.0) -> true",
            source = SOURCE)
    static boolean isFinite(double number) {
        return Double.isFinite(number);
    }
}
