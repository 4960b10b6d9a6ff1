/** Computes again in the database. */
@NullMarked
package dev.tieout.recount.jdbc;

import org.jspecify.annotations.NullMarked;
