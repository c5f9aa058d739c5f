/** What a QRadar knows beside its events, from files that the user gives. */
package io.quarry.detect.reference;
