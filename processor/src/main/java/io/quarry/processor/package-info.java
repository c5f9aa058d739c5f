/** Function annotations, and the annotation processor that writes batch loops, registry and reference from them. */
package io.quarry.processor;
