/** What a monitoring system reads over HTTP while Tieout serves. */
@NullMarked
package dev.tieout.monitoring;

import org.jspecify.annotations.NullMarked;
