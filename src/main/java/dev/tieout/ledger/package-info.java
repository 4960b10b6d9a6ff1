/**
 * What orders have earned: decisions, and the entries that post them (rules.md 5 and 6).
 */
@NullMarked
package dev.tieout.ledger;

import org.jspecify.annotations.NullMarked;
