/**
 * How the ledger proves itself: seals over canonical text, each chained to the one before
 * (docs/proof.md).
 */
@NullMarked
package dev.tieout.proof;

import org.jspecify.annotations.NullMarked;
