package dev.tieout.records;

/**
 * A record that cannot be used, as the rejects report lists it.
 *
 * @param line the physical line of the record's first character, from 1
 * @param reason the first of the record's problems
 * @param detail a sentence per problem: column, value and what was expected. Names and
 * addresses of customers are never quoted here, only in {@code record}
 * @param record the record as the file has it, cut to 4,000 characters with a note; NUL
 * characters, which PostgreSQL refuses, are shown as U+FFFD
 */
public record Reject(long line, RejectReason reason, String detail, String record) {

}
