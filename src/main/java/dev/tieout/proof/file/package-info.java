/** What is known of seals outside the database. */
@NullMarked
package dev.tieout.proof.file;

import org.jspecify.annotations.NullMarked;
