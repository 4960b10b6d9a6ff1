/** Who buys: the one place that knows customers' addresses. */
@NullMarked
package dev.tieout.customers;

import org.jspecify.annotations.NullMarked;
