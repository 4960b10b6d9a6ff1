/** Orders as a store exports them, revision by revision. */
@NullMarked
package dev.tieout.orders;

import org.jspecify.annotations.NullMarked;
