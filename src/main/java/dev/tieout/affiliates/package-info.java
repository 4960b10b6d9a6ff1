/** Affiliates as their files describe them. */
@NullMarked
package dev.tieout.affiliates;

import org.jspecify.annotations.NullMarked;
