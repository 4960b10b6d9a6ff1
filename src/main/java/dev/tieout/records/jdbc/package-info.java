/** The table of rejects. */
@NullMarked
package dev.tieout.records.jdbc;

import org.jspecify.annotations.NullMarked;
