/**
 * Ties of customers as files state them: connections asked for, purchases made before.
 */
@NullMarked
package dev.tieout.connections;

import org.jspecify.annotations.NullMarked;
