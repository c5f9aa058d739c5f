/** Functions of text, and the search for texts in texts that all languages share. */
package io.quarry.functions.text;
