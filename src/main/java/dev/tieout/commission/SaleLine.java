package dev.tieout.commission;

import java.math.BigDecimal;

/**
 * A line of an order. Its net amount only weighs it against the order's other lines.
 *
 * @param sku empty where the line has none; compared case-sensitively
 * @param net quantity × price − line discount, at least 0
 */
public record SaleLine(String sku, BigDecimal net) {

}
