/**
 * Windows event logs: reads and writes {@code .evtx} files.
 *
 * <p>A file is a header and chunks of 64 KiB, each self-contained; a chunk holds records, and a record holds an event as
 * Binary XML: mostly an instance of a template that stands once in the chunk, with a list of typed values. Source: [MS-EVEN6]
 * sections 2.2.12 and 3.1.4.7, and the behaviour of real files. All numbers are little-endian; all positions inside a
 * chunk count from its beginning.
 */
package io.quarry.telemetry.evtx;
