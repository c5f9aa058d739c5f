package io.quarry.functions.series;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.Arrays;
import java.util.List;

/** {@code series_fit_poly}: regression by a polynomial, solved by reflections (Householder). */
final class PolynomialFit {
    /** Higher degrees cannot be computed in double precision. */
    private static final int HIGHEST = 50;

    private PolynomialFit() {}

    @Scalar(
            kql = "series_fit_poly",
            doc =
                    "The polynomial nearest to a series over another, which is 1, 2, 3 and so on unless given, of a degree, 1"
                            + " unless given: R square, coefficients with the highest power first, variance, residual variance, values."
                            + " Null for other than finite numbers, and for fewer numbers than coefficients.",
            example = "series_fit_poly(dynamic([3.0,5.0,7.0]), dynamic([1,2,3]), dynamic(0))"
                    + " -> dynamic([0.0,[5.0],4.0,4.0,[5.0,5.0,5.0]])",
            source = "Kusto Query Language reference, series_fit_poly()",
            nulls = Nulls.SEEN)
    static Object fit(Object series, Object... options) {
        double[] y = Numbers.all(series);
        double[] x = options.length > 0 ? Numbers.all(options[0]) : places(y);
        long degree = options.length > 1 ? options[1] instanceof Long whole ? whole : -1 : 1;
        boolean fits = y != null && x != null && x.length == y.length && degree >= 0 && degree < y.length;
        if (!fits || degree > HIGHEST || !Numbers.areFinite(y) || !Numbers.areFinite(x)) {
            return null;
        }
        double[] coefficients = solve(x, y, (int) degree);
        double[] values = new double[y.length];
        Arrays.setAll(values, i -> value(coefficients, x[i]));
        double[] residuals = new double[y.length];
        Arrays.setAll(residuals, i -> y[i] - values[i]);
        double variance = Numbers.variance(y);
        double residualVariance = Numbers.variance(residuals);
        return List.of(
                Line.rSquare(variance, residualVariance),
                Numbers.array(coefficients),
                variance,
                residualVariance,
                Numbers.array(values));
    }

    private static double[] places(double[] series) {
        if (series == null) {
            return null;
        }
        double[] places = new double[series.length];
        Arrays.setAll(places, i -> i + 1);
        return places;
    }

    private static double value(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }

    private static double[] solve(double[] x, double[] y, int degree) {
        int columns = degree + 1;
        double[][] rows = new double[x.length][columns + 1];
        for (int i = 0; i < x.length; i++) {
            rows[i][degree] = 1;
            for (int j = degree - 1; j >= 0; j--) {
                rows[i][j] = rows[i][j + 1] * x[i];
            }
            rows[i][columns] = y[i];
        }
        for (int pivot = 0; pivot < columns; pivot++) {
            reflect(rows, pivot);
        }
        double[] solution = new double[columns];
        for (int i = columns - 1; i >= 0; i--) {
            double sum = rows[i][columns];
            for (int j = i + 1; j < columns; j++) {
                sum -= rows[i][j] * solution[j];
            }
            solution[i] = rows[i][i] == 0 ? 0 : sum / rows[i][i];
        }
        return solution;
    }

    /** Turns the rows from the pivot on so that only the pivot's row has something in its column. */
    private static void reflect(double[][] rows, int pivot) {
        double norm = 0;
        for (int i = pivot; i < rows.length; i++) {
            norm = Math.hypot(norm, rows[i][pivot]);
        }
        if (norm == 0) {
            return;
        }
        double sign = rows[pivot][pivot] < 0 ? -1 : 1;
        double[] mirror = new double[rows.length];
        for (int i = pivot; i < rows.length; i++) {
            mirror[i] = rows[i][pivot] / (sign * norm);
        }
        mirror[pivot] += 1;
        for (int j = pivot; j < rows[0].length; j++) {
            double product = 0;
            for (int i = pivot; i < rows.length; i++) {
                product += mirror[i] * rows[i][j];
            }
            for (int i = pivot; i < rows.length; i++) {
                rows[i][j] -= product / mirror[pivot] * mirror[i];
            }
        }
    }
}
