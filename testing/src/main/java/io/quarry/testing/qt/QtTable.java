package io.quarry.testing.qt;

import io.quarry.testing.Rows;

/** A table of a test file, under a name without a platform. */
record QtTable(String name, Rows rows) {}
