/** Conversions between types. */
package io.quarry.functions.convert;
