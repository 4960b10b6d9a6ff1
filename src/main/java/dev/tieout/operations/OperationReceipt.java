package dev.tieout.operations;

/**
 * The record that a changing command left.
 *
 * @param number the operation's number
 * @param message what was done, for a person
 */
public record OperationReceipt(int number, String message) {

}
