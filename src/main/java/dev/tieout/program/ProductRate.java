package dev.tieout.program;

import java.util.Optional;

import dev.tieout.identity.EmailAddress;
import dev.tieout.money.Percentage;

/**
 * A rate for the lines of one SKU.
 *
 * @param sku compared case-sensitively
 * @param group whose affiliates it is for; never together with {@code affiliate}
 * @param affiliate whom it is for
 * @param rate always a percentage
 */
public record ProductRate(String sku, Optional<String> group, Optional<EmailAddress> affiliate, Percentage rate) {

}
