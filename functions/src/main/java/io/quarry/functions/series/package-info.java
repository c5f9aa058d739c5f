/** KQL's functions of series: arrays of numbers, mostly over equal steps of time. */
package io.quarry.functions.series;
