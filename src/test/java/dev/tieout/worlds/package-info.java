/** Random worlds from a seed, and a naive calculator that tells their answers. */
@NullMarked
package dev.tieout.worlds;

import org.jspecify.annotations.NullMarked;
