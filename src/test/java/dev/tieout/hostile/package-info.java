/** Killed processes, bad input and failing surroundings, on real processes. */
@NullMarked
package dev.tieout.hostile;

import org.jspecify.annotations.NullMarked;
