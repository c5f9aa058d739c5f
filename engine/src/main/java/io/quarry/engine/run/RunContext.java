package io.quarry.engine.run;

/**
 * What the operators of one run share.
 *
 * @param batchRows the most rows of a batch
 */
public record RunContext(int batchRows, Workers workers, MemoryBudget memory, CancelToken cancelToken) {}
