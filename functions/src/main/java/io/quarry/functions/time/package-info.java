/** Functions and operators of points and spans of time, and their text. */
package io.quarry.functions.time;
