/** How Quarry is tested: query cases written as text, a plain reference interpreter, random plans. */
package io.quarry.testing;
