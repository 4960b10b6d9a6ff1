/** The scheduler: what starts jobs at their times while a process serves. */
@NullMarked
package dev.tieout.schedule;

import org.jspecify.annotations.NullMarked;
