package dev.tieout.audit;

/**
 * Something a person should look at.
 *
 * @param place the file and line
 * @param customer the customer's address where the line is about one, else empty
 * @param subject whom or what it is about: an affiliate's address, an order's id; may be
 * empty
 * @param detail what was found
 */
public record ExceptionLine(Place place, String customer, String subject, String detail) {

}
