/** Query tests written as text; the format is described at {@link io.quarry.testing.qt.QtFile}. */
package io.quarry.testing.qt;
