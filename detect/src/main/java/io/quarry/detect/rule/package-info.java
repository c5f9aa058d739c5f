/** Query and rule files of any language, compiled: the same for all platforms from here on. */
package io.quarry.detect.rule;
