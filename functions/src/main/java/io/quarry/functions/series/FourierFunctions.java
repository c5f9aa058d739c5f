package io.quarry.functions.series;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.List;

/** The Fourier transform of a series, and back. Null for other than numbers and for parts of different lengths. */
final class FourierFunctions {
    private FourierFunctions() {}

    @Scalar(
            kql = "series_fft",
            doc =
                    "The real and the imaginary parts of the Fourier transform of a series, whose imaginary part is 0 unless given.",
            example = "series_fft(dynamic([1,1])) -> dynamic([[2.0,0.0],[0.0,0.0]])",
            source = "Kusto Query Language reference, series_fft()",
            nulls = Nulls.SEEN)
    static Object transform(Object series, Object... imaginary) {
        return parts(series, imaginary, Fourier::transform);
    }

    @Scalar(
            kql = "series_ifft",
            doc = "The real and the imaginary parts of the series whose Fourier transform is given.",
            example = "series_ifft(dynamic([2,0])) -> dynamic([[1.0,1.0],[0.0,0.0]])",
            source = "Kusto Query Language reference, series_ifft()",
            nulls = Nulls.SEEN)
    static Object invert(Object series, Object... imaginary) {
        return parts(series, imaginary, Fourier::invert);
    }

    private interface Transform {
        void apply(double[] real, double[] imaginary);
    }

    private static Object parts(Object series, Object[] others, Transform transform) {
        double[] real = Numbers.all(series);
        double[] imaginary = others.length > 0 ? Numbers.all(others[0]) : new double[real == null ? 0 : real.length];
        if (real == null || imaginary == null || real.length != imaginary.length) {
            return null;
        }
        transform.apply(real, imaginary);
        return List.of(Numbers.array(real), Numbers.array(imaginary));
    }
}
