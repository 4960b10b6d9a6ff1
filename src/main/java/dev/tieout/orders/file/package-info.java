/** Reads order files in the layouts of the platforms (files.md, Orders). */
@NullMarked
package dev.tieout.orders.file;

import org.jspecify.annotations.NullMarked;
