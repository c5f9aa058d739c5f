/**
 * What Sigma asks of a field. All functions are true or false, never null: an absent field, which is null, satisfies none of
 * them but {@code exists} under a negation.
 *
 * <p>A field that occurs several times in an event holds its occurrences in one text, joined by U+FDD0; a function is true
 * if it is for one of them.
 */
package io.quarry.functions.sigma;
