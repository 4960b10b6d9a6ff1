/**
 * What a run, an order, a balance or a connection comes to, as values for people who
 * check it.
 */
@NullMarked
package dev.tieout.audit;

import org.jspecify.annotations.NullMarked;
