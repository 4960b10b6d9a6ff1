/** Reads the audit's values from the database. */
@NullMarked
package dev.tieout.audit.jdbc;

import org.jspecify.annotations.NullMarked;
