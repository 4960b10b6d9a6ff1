/** The tables of affiliates. */
@NullMarked
package dev.tieout.affiliates.jdbc;

import org.jspecify.annotations.NullMarked;
