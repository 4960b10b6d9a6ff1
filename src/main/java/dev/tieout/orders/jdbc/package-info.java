/** The table of order revisions. */
@NullMarked
package dev.tieout.orders.jdbc;

import org.jspecify.annotations.NullMarked;
