/** What an order earns (rules.md 7). */
@NullMarked
package dev.tieout.commission;

import org.jspecify.annotations.NullMarked;
