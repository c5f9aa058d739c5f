package io.quarry.functions.series;

import java.util.Arrays;

/**
 * The discrete Fourier transform of complex numbers, in place, of any length: by halving where the length is a power of two,
 * else as a convolution of such a length (Bluestein).
 */
final class Fourier {
    private Fourier() {}

    /** Transforms; not divided by the length. */
    static void transform(double[] real, double[] imaginary) {
        int n = real.length;
        if (Integer.bitCount(n) <= 1) {
            byHalving(real, imaginary);
        } else {
            byConvolution(real, imaginary);
        }
    }

    /** The inverse, divided by the length. */
    static void invert(double[] real, double[] imaginary) {
        transform(imaginary, real);
        for (int i = 0; i < real.length; i++) {
            real[i] /= real.length;
            imaginary[i] /= real.length;
        }
    }

    private static void byHalving(double[] real, double[] imaginary) {
        int n = real.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (int size = 2; size <= n; size *= 2) {
            for (int k = 0; k < size / 2; k++) {
                double angle = -2 * Math.PI * k / size;
                double cosine = Math.cos(angle);
                double sine = Math.sin(angle);
                for (int i = k; i < n; i += size) {
                    int other = i + size / 2;
                    double re = real[other] * cosine - imaginary[other] * sine;
                    double im = real[other] * sine + imaginary[other] * cosine;
                    real[other] = real[i] - re;
                    imaginary[other] = imaginary[i] - im;
                    real[i] += re;
                    imaginary[i] += im;
                }
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    private static void byConvolution(double[] real, double[] imaginary) {
        int n = real.length;
        int size = Integer.highestOneBit(2 * n) * 2;
        double[] chirpRe = new double[n];
        double[] chirpIm = new double[n];
        double[] aRe = new double[size];
        double[] aIm = new double[size];
        double[] bRe = new double[size];
        double[] bIm = new double[size];
        for (int i = 0; i < n; i++) {
            double angle = Math.PI * ((long) i * i % (2L * n)) / n;
            chirpRe[i] = Math.cos(angle);
            chirpIm[i] = Math.sin(angle);
            aRe[i] = real[i] * chirpRe[i] + imaginary[i] * chirpIm[i];
            aIm[i] = imaginary[i] * chirpRe[i] - real[i] * chirpIm[i];
            bRe[i] = chirpRe[i];
            bIm[i] = chirpIm[i];
            if (i > 0) {
                bRe[size - i] = chirpRe[i];
                bIm[size - i] = chirpIm[i];
            }
        }
        convolve(aRe, aIm, bRe, bIm);
        for (int i = 0; i < n; i++) {
            real[i] = aRe[i] * chirpRe[i] + aIm[i] * chirpIm[i];
            imaginary[i] = aIm[i] * chirpRe[i] - aRe[i] * chirpIm[i];
        }
    }

    /** The circular convolution of the first with the second, in the place of the first. */
    private static void convolve(double[] aRe, double[] aIm, double[] bRe, double[] bIm) {
        byHalving(aRe, aIm);
        byHalving(bRe, bIm);
        for (int i = 0; i < aRe.length; i++) {
            double re = aRe[i] * bRe[i] - aIm[i] * bIm[i];
            aIm[i] = aRe[i] * bIm[i] + aIm[i] * bRe[i];
            aRe[i] = re;
        }
        invert(aRe, aIm);
    }

    /** For each lag, the sum of the products of numbers with those that many places on. */
    static double[] correlate(double[] values) {
        int n = values.length;
        int size = Math.max(1, Integer.highestOneBit(Math.max(1, n)) * 4);
        double[] real = Arrays.copyOf(values, size);
        double[] imaginary = new double[size];
        byHalving(real, imaginary);
        for (int i = 0; i < size; i++) {
            real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
            imaginary[i] = 0;
        }
        invert(real, imaginary);
        return Arrays.copyOf(real, n);
    }
}
