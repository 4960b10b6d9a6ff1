/** The PostgreSQL that Tieout keeps its ledger in: its own or one it is given. */
@NullMarked
package dev.tieout.database;

import org.jspecify.annotations.NullMarked;
