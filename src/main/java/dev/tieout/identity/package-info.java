/** How text, addresses, codes and times are compared (rules.md 2). */
@NullMarked
package dev.tieout.identity;

import org.jspecify.annotations.NullMarked;
