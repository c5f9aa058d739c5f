/** Charts in plain characters, for terminals. */
package io.quarry.cli.chart;
