package dev.tieout.connections;

import java.time.Instant;
import java.util.Optional;

import dev.tieout.identity.EmailAddress;

/**
 * An entry of a file of existing customers (rules.md 3).
 *
 * @param address who was a customer before
 * @param addressAsWritten the cell as the file has it
 * @param since from when, where somebody wrote it down
 */
public record ExistingCustomerLine(EmailAddress address, String addressAsWritten, Optional<Instant> since) {

}
