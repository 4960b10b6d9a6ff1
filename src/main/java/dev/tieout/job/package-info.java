/** A run's steps, from registered files to posted entries, on Spring Batch. */
@NullMarked
package dev.tieout.job;

import org.jspecify.annotations.NullMarked;
