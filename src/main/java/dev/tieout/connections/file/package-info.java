/** Reads files of connections and of existing customers (files.md). */
@NullMarked
package dev.tieout.connections.file;

import org.jspecify.annotations.NullMarked;
