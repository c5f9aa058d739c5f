/** The order of texts, guids and dynamic values, which functions and aggregates share. */
package io.quarry.functions.order;
