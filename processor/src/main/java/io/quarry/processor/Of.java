package io.quarry.processor;

import io.quarry.data.Type;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The type of a parameter or, on a method, of its result, where the Java type does not say it.
 *
 * <p>Several types make one overload for each: every {@code @Of} of a method with several types must list the same, and
 * they vary together. {@code @Of({DATETIME, TIMESPAN}) long} is an overload with two datetimes and one with two timespans.
 */
@Target({ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.SOURCE)
public @interface Of {
    Type[] value();
}
