/** The YAML files of a pack, read strictly: what is misspelt or of the wrong kind is reported with its place. */
package io.quarry.detect.yaml;
