/** One operator for each step of a plan that is not a mere function of single rows; those are stages of a pipeline. */
package io.quarry.engine.operator;
