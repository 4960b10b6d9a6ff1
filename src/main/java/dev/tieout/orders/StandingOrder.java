package dev.tieout.orders;

import dev.tieout.attribution.Order;

/**
 * An order's counting revision with where it stands.
 *
 * @param order what the replay judges
 * @param orderNumber what people call it, empty where it has none
 * @param file the number of the revision's file
 * @param line the line in it
 */
public record StandingOrder(Order order, String orderNumber, int file, int line) {

}
