/** The command line: reads what is asked for and prints what comes of it. */
@NullMarked
package dev.tieout.cli;

import org.jspecify.annotations.NullMarked;
