/** What a language consists of, in words: for reference pages, completion and explanations in an editor. */
package io.quarry.plan.reference;
