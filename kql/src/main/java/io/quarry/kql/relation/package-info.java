/**
 * What expressions mean: a {@code Scalar} is a value over a row, a {@code Relation} a table, and a {@code Scope} says which
 * of them names stand for. Parts of columns, aggregates and windows are gathered here into steps of a plan.
 */
package io.quarry.kql.relation;
