/** Encodings, hashes and compressed forms of text. */
package io.quarry.functions.encode;
