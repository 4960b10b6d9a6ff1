/** Writes the audit's values as CSV, JSON and a page (files.md, Exports). */
@NullMarked
package dev.tieout.audit.file;

import org.jspecify.annotations.NullMarked;
