package io.quarry.processor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a static method a scalar function. The method is the function of one row; {@link FunctionProcessor} writes the
 * loop over a batch, and enters the function in the registry under its name in each language.
 *
 * <p>Parameter and result types are the signature:
 *
 * <table>
 * <caption>Java types and the types of the engine</caption>
 * <tr><td>{@code boolean}, {@code int}, {@code long}, {@code double} and boxed</td><td>bool, int, long, real</td></tr>
 * <tr><td>{@code String}, {@code BigDecimal}, {@code UUID}, {@code Object}</td><td>string, decimal, guid, dynamic</td></tr>
 * <tr><td>{@code @Of(DATETIME) long}</td><td>see {@link Of}</td></tr>
 * <tr><td>{@code io.quarry.functions.text.Utf8}</td><td>string, as a view on its bytes that is only valid during the
 * call</td></tr>
 * <tr><td>any other class with a static {@code of(String)} or {@code of(Object)}</td><td>string or dynamic,
 * <em>prepared</em>: made once for a constant argument, else once per distinct value</td></tr>
 * <tr><td>{@code T...} as the last parameter</td><td>any number of arguments; the array is only valid during the
 * call</td></tr>
 * </table>
 *
 * A boxed or object result may be null.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
public @interface Scalar {
    /** Names in KQL, as queries write them; operators too. */
    String[] kql() default {};

    /** Names in AQL, upper case. */
    String[] aql() default {};

    /** Names in Sigma rules. */
    String[] sigma() default {};

    /** What the function gives, in a sentence. */
    String doc();

    /** Calls and their results in the syntax of the first language named: {@code strlen('naïve') -> 5}. Run as tests. */
    String[] example() default {};

    /** The page that settles the meaning. */
    String source() default "";

    /** Where results are known to differ from the platform's, in a sentence. */
    String differs() default "";

    /** What null arguments give. */
    Nulls nulls() default Nulls.GIVE_NULL;

    /** False if two calls with equal arguments may differ. */
    boolean deterministic() default true;
}
