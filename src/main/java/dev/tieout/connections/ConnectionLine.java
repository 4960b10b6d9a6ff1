package dev.tieout.connections;

import java.time.Instant;
import java.util.Optional;

import dev.tieout.attribution.RequestAction;

/**
 * A line that asks to connect or disconnect (rules.md 4.1). An address that is none is an
 * outcome of the request, not a reject, so addresses are text here.
 *
 * @param affiliateEmail in the form in which addresses are compared; not blank, perhaps
 * not valid
 * @param affiliateEmailAsWritten the cell as the file has it
 * @param customerEmail in the form in which addresses are compared; not blank, perhaps
 * not valid
 * @param customerEmailAsWritten the cell as the file has it
 * @param customerName for people, empty where unknown
 * @param connectedAt the line's own date
 * @param action what it asks for
 */
public record ConnectionLine(String affiliateEmail, String affiliateEmailAsWritten, String customerEmail,
		String customerEmailAsWritten, String customerName, Optional<Instant> connectedAt, RequestAction action) {

}
