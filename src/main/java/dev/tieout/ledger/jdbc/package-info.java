/** The tables of decisions, proposals and entries. */
@NullMarked
package dev.tieout.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
