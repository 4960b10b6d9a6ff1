/** Rows written to PostgreSQL in bulk, by its COPY protocol. */
@NullMarked
package dev.tieout.bulk;

import org.jspecify.annotations.NullMarked;
