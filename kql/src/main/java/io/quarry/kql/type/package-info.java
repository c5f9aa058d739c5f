/**
 * The types of values in KQL: which constants there are, what converts to what, which overload of a function a call chooses,
 * and how a text that is missing differs from null.
 */
package io.quarry.kql.type;
