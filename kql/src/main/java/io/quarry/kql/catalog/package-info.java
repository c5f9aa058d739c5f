/**
 * What there is to name on a platform: tables with their columns, functions with their arguments, and the files that queries
 * read beside the telemetry. Knows names and types; what they mean is for the analysis.
 */
package io.quarry.kql.catalog;
