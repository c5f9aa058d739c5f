/** What queries look up that is not in events or flows: reference data, assets, networks, places, names of numbers. */
package io.quarry.aql.reference;
