/** Reads affiliate files (files.md, Affiliates). */
@NullMarked
package dev.tieout.affiliates.file;

import org.jspecify.annotations.NullMarked;
