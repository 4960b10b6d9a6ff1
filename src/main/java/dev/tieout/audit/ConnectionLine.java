package dev.tieout.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

import dev.tieout.attribution.Ending;
import dev.tieout.attribution.Origin;

/**
 * A connection as it stands.
 *
 * @param customer the customer's address, empty once forgotten
 * @param affiliate the affiliate's address
 * @param startedAt its first instant
 * @param endedAt its end, which may lie ahead
 * @param ending what ends it
 * @param state what it is now
 * @param origin what it came from
 * @param ordersCredited orders credited through it
 * @param orderLimit the limit of orders
 * @param expiresAt where the limit of days puts its end
 * @param place the line it rests on
 */
public record ConnectionLine(String customer, String affiliate, Instant startedAt, Optional<Instant> endedAt,
		Optional<Ending> ending, ConnectionState state, Origin origin, int ordersCredited, OptionalInt orderLimit,
		Optional<Instant> expiresAt, Place place) {

}
