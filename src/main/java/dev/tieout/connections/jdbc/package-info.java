/** The tables of requests and existing customers. */
@NullMarked
package dev.tieout.connections.jdbc;

import org.jspecify.annotations.NullMarked;
