/** Functions of a row and the rows around it, over whole columns. */
package io.quarry.engine.window;
