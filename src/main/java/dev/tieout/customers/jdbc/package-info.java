/** The table of customers. */
@NullMarked
package dev.tieout.customers.jdbc;

import org.jspecify.annotations.NullMarked;
