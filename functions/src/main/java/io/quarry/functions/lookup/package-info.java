/** Functions whose answers come from data that is at hand when a query is compiled. */
package io.quarry.functions.lookup;
