/** Makes seals in the database, and recomputes them from it. */
@NullMarked
package dev.tieout.proof.jdbc;

import org.jspecify.annotations.NullMarked;
