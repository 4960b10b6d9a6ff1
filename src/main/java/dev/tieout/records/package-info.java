/** The records of a delimited text file, each with its place (files.md, Reading). */
@NullMarked
package dev.tieout.records;

import org.jspecify.annotations.NullMarked;
