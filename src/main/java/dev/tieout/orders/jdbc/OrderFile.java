package dev.tieout.orders.jdbc;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of orders as a run registered it.
 *
 * @param number the file's number
 * @param store the store's number
 * @param dated the date of revisions that carry none
 * @param keyedByNumber whether its records are grouped by the order's number instead of
 * its id, as Shopify's are
 * @param path where it lies
 */
public record OrderFile(int number, int store, Instant dated, boolean keyedByNumber, Path path) {

}
