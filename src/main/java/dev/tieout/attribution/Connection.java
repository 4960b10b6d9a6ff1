package dev.tieout.attribution;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A connection as the replay has it.
 *
 * @param affiliate whom the customer is connected to
 * @param startedAt its first instant
 * @param endedAt the first instant at which it is over, which may lie ahead; empty where
 * no limit in force ends it
 * @param ending what ends it; present exactly where {@code endedAt} is
 * @param origin what it came from
 * @param source the request's number, or the order's for an automatic one
 * @param ordersCredited orders credited through it
 * @param orderLimit the limit of orders last in force
 * @param expiresAt where the limit of days last in force puts its end
 */
public record Connection(int affiliate, Instant startedAt, Optional<Instant> endedAt, Optional<Ending> ending,
		Origin origin, long source, int ordersCredited, OptionalInt orderLimit, Optional<Instant> expiresAt) {

}
