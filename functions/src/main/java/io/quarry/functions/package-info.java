/** Scalar and aggregate functions of all languages, and the registry that finds them. */
package io.quarry.functions;
