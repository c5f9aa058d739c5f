/** The {@code quarry} command: arguments in, results to standard output, everything else to standard error. */
package io.quarry.cli;
