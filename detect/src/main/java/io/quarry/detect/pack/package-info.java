/** Packs: one folder a detection, with everything that an engine, an analyst and a reader of a catalogue need of it. */
package io.quarry.detect.pack;
