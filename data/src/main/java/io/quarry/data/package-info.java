/** Types, schemas, column vectors, batches and in-memory tables: the values that every other module passes around. */
package io.quarry.data;
