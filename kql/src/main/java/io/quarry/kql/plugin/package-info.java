/**
 * The plugins that {@code evaluate} calls: one class for each kind, and {@code Plugins}, which lists them.
 */
package io.quarry.kql.plugin;
