/** Reads the files that state ties of customers (files.md). */
@NullMarked
package dev.tieout.connections.file;

import org.jspecify.annotations.NullMarked;
