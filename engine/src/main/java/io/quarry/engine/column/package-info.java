/** Operations on whole columns: joining pieces, cutting, ordering, measuring. */
package io.quarry.engine.column;
