/** The worked examples of {@code cases.yml}, and an intake in memory that runs them. */
@NullMarked
package dev.tieout.cases;

import org.jspecify.annotations.NullMarked;
