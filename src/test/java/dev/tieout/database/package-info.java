/**
 * The database's tests, with {@link dev.tieout.database.TestDatabase} for everybody's.
 */
@NullMarked
package dev.tieout.database;

import org.jspecify.annotations.NullMarked;
