package io.quarry.functions.series;

import java.util.Arrays;

/**
 * The straight line nearest to numbers at the places 1, 2, 3 and so on, by the sum of squares.
 *
 * @param variance the sample variance of the numbers
 * @param residualVariance the sample variance of their distances from the line
 */
record Line(double rSquare, double slope, double variance, double residualVariance, double interception, int length) {
    static Line through(double[] y) {
        int n = y.length;
        double meanX = (n + 1) / 2.0;
        double meanY = Numbers.mean(y);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            products += (i + 1 - meanX) * (y[i] - meanY);
            squares += (i + 1 - meanX) * (i + 1 - meanX);
        }
        double slope = n < 2 ? 0 : products / squares;
        double interception = meanY - slope * meanX;
        double[] residuals = new double[n];
        for (int i = 0; i < n; i++) {
            residuals[i] = y[i] - (slope * (i + 1) + interception);
        }
        double variance = Numbers.variance(y);
        double residualVariance = Numbers.variance(residuals);
        return new Line(rSquare(variance, residualVariance), slope, variance, residualVariance, interception, n);
    }

    /** The part of the variance that a fit explains; all of it where there is none. */
    static double rSquare(double variance, double residualVariance) {
        return variance == 0 ? 1 : 1 - residualVariance / variance;
    }

    /** The value at a place, counted from 0. */
    double at(int index) {
        return slope * (index + 1) + interception;
    }

    /** The values at the places of the numbers. */
    double[] values() {
        double[] values = new double[length];
        Arrays.setAll(values, this::at);
        return values;
    }
}
