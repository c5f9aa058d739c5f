package io.quarry.functions.aggregate;

import java.math.BigDecimal;
import java.math.MathContext;

/** How two values of a group move together, from exact sums, and thus independent of order. */
final class Comovement {
    private static final MathContext PRECISION = new MathContext(40);

    private final RealSum left = new RealSum();
    private final RealSum right = new RealSum();
    private final RealSum products = new RealSum();
    private long count;

    void add(double x, double y) {
        left.add(x);
        right.add(y);
        double product = x * y;
        products.add(product);
        if (Double.isFinite(product)) {
            products.add(Math.fma(x, y, -product));
        }
        count++;
    }

    void merge(Comovement later) {
        left.merge(later.left);
        right.merge(later.right);
        products.merge(later.products);
        count += later.count;
    }

    /** The covariance of a sample; 0 of less than two pairs. */
    double ofSample() {
        return covariance(count - 1);
    }

    /** The covariance of a population; 0 of no pairs. */
    double ofPopulation() {
        return covariance(count);
    }

    private double covariance(long divisor) {
        if (!left.isFinite() || !right.isFinite() || !products.isFinite()) {
            return Double.NaN;
        }
        if (divisor <= 0) {
            return 0;
        }
        BigDecimal n = BigDecimal.valueOf(count);
        return n.multiply(products.exact())
                .subtract(left.exact().multiply(right.exact()))
                .divide(n.multiply(BigDecimal.valueOf(divisor)), PRECISION)
                .doubleValue();
    }
}
