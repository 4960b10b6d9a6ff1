/**
 * What runs have stored, computed again in SQL from what they stored it of
 * (docs/audit.md).
 */
@NullMarked
package dev.tieout.recount;

import org.jspecify.annotations.NullMarked;
