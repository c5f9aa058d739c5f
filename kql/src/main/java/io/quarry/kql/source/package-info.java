/**
 * Where rows come from that no operator makes: tables written out in the query, files, watchlists, functions of the platform
 * and its parsers of normalized events.
 */
package io.quarry.kql.source;
