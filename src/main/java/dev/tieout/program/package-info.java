/** The merchant's rules: a list of dated versions (rules.md 1 and 3). */
@NullMarked
package dev.tieout.program;

import org.jspecify.annotations.NullMarked;
