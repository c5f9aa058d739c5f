/**
 * Events to rows of the platforms' own tables. A view is declared in YAML (see the resources beside this package),
 * compiled to one projection for each kind of event, and limited to the columns that somebody needs.
 */
package io.quarry.telemetry.view;
