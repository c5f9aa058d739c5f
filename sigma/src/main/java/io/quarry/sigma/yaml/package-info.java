/** YAML as trees that know where each part was written. Values stay the text that their author wrote. */
package io.quarry.sigma.yaml;
