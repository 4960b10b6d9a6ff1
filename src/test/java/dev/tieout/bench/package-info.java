/** The benchmark: the standard workload through Tieout and through its peer's SQL. */
@NullMarked
package dev.tieout.bench;

import org.jspecify.annotations.NullMarked;
