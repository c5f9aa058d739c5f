/**
 * Kusto Query Language: text to plan, against the tables of the platform that a query is written for. {@link io.quarry.kql.Kql}
 * is the way in. Each tabular operator has a class of its own, named for it; {@code Operators} lists them.
 */
package io.quarry.kql;
