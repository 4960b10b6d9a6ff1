package dev.tieout.configuration;

/**
 * How a run uses the machine; changes no result.
 *
 * @param chunkSize records per transaction, or five times the customers or the orders
 * with lines, 1 to 5,000
 * @param partitions how many buckets of customers are judged at a time
 * @param waitMinutes for an active run, before giving up
 */
public record Tuning(int chunkSize, int partitions, int waitMinutes) {

}
