/** What stands in {@code jobs/}, read strictly (jobs.md). */
@NullMarked
package dev.tieout.configuration;

import org.jspecify.annotations.NullMarked;
