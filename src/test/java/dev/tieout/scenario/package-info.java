/** Whole jobs over files, on a real PostgreSQL. */
@NullMarked
package dev.tieout.scenario;

import org.jspecify.annotations.NullMarked;
