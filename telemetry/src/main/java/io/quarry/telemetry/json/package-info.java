/**
 * Windows events as JSON: one object a line, in an array, or spread over lines, in the forms that shippers and converters
 * write. Each object's form is told by its content.
 */
package io.quarry.telemetry.json;
