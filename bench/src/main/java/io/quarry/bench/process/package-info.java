/** The command line as users start it: whole processes, from start to exit. */
package io.quarry.bench.process;
