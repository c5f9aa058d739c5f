/**
 * Kusto Query Language: text to plan, against the tables of the platform that a query is written for. {@link
 * io.quarry.kql.Kql} is the way in; the packages below it are its parts, and those outside need {@link
 * io.quarry.kql.catalog.KqlCatalog} beside it.
 */
package io.quarry.kql;
