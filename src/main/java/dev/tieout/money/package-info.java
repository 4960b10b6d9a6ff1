/**
 * Exact amounts and rates: minor units with their currency at the edges, rationals inside
 * a calculation.
 */
@NullMarked
package dev.tieout.money;

import org.jspecify.annotations.NullMarked;
