/** Who is connected to whom, and who was a customer before, as files say it. */
@NullMarked
package dev.tieout.connections;

import org.jspecify.annotations.NullMarked;
