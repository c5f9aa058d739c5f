/** Tests packs: plays their scenarios through every version of the detection. */
package io.quarry.detect.packtest;
