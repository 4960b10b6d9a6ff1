/** Tieout: commission for customers that affiliates brought. */
@NullMarked
package dev.tieout;

import org.jspecify.annotations.NullMarked;
