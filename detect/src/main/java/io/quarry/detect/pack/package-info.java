/**
 * Detections on disk. A pack is one folder, with everything that an engine, an analyst and a reader of a catalogue need of
 * one detection; query and rule files, and folders of these, are detections without the rest.
 */
package io.quarry.detect.pack;
