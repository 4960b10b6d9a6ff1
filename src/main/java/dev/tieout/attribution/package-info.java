/** A customer's timeline, replayed into decisions (rules.md 4). */
@NullMarked
package dev.tieout.attribution;

import org.jspecify.annotations.NullMarked;
