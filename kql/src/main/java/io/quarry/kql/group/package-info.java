/**
 * Pipes that run for each group of rows ({@code partition}, {@code mv-apply}, {@code top-nested}): their plan over one group
 * is rewritten to one over the rows of all. Works on plans and knows nothing of the text.
 */
package io.quarry.kql.group;
