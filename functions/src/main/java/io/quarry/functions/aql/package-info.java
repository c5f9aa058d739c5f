/**
 * Functions and operators as AQL means them: three-valued and null for null, texts with case, times as milliseconds since
 * 1970.
 */
package io.quarry.functions.aql;
