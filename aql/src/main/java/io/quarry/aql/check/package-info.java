/** Defects of queries that QRadar accepts but reads otherwise than their author meant, each one small class. */
package io.quarry.aql.check;
