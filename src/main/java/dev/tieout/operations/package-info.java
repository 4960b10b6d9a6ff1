/**
 * The verbs: what operators and schedulers can ask for. They return values and print
 * nothing.
 */
@NullMarked
package dev.tieout.operations;

import org.jspecify.annotations.NullMarked;
