/** Tests of the scheduler. */
@NullMarked
package dev.tieout.schedule;

import org.jspecify.annotations.NullMarked;
