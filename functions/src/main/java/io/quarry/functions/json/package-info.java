/** Functions of dynamic values, and their form as JSON text. */
package io.quarry.functions.json;
