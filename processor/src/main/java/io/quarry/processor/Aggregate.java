package io.quarry.processor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes aggregate functions of one of
 *
 * <ul>
 *   <li>a final class, the state of one group: a constructor without parameters, one or more methods {@code add...} (one
 *       overload for each, typed as {@link Scalar} says; no prepared or variadic parameters), {@code void merge(Self later)},
 *       where the rows of {@code later} come after those added so far, and {@code result()};
 *   <li>a static method that gives a list of {@code AggregateFunction}, for states kept in arrays over all groups.
 * </ul>
 *
 * Both keep the law of {@code plan.Accumulator}: split and merged, to the last bit, is whole.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.SOURCE)
public @interface Aggregate {
    /** Names in KQL. */
    String[] kql() default {};

    /** Names in AQL, upper case. */
    String[] aql() default {};

    /** What the function gives, in a sentence. */
    String doc();

    /** The page that settles the meaning. */
    String source() default "";

    /** Where results are known to differ from the platform's, in a sentence. */
    String differs() default "";

    /** {@link Nulls#GIVE_NULL}: rows with a null argument are not added. {@link Nulls#SEEN}: they are. */
    Nulls nulls() default Nulls.GIVE_NULL;
}
