/** Functions and operators of numbers, and their text. */
package io.quarry.functions.number;
