package dev.tieout.operations;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the database keeps the same calendar in a zone as Java. Limits are computed in
 * Java, months and reports in the database, and each brings its own rules of zones; to
 * PostgreSQL some names, such as {@code CET}, mean an offset without daylight saving.
 */
final class ZoneCalendar {

	private static final String UNKNOWN_ZONE = "22023";

	private final JdbcClient jdbc;

	ZoneCalendar(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns where the two differ first.
	 * @param zone the zone
	 * @param from where to begin
	 * @param until where to end
	 * @return a sentence, or empty if they agree
	 */
	Optional<String> difference(ZoneId zone, Instant from, Instant until) {
		List<Instant> instants = instants(zone, from, until);
		try {
			return this.jdbc.sql("""
					select at, there from (select at, at at time zone ? as there, here
					                       from unnest(?::timestamptz[], ?::timestamp[]) as t (at, here)) seen
					where here <> there order by at limit 1
					""")
				.params(zone.getId(), instants.stream().map(Instant::toString).toArray(String[]::new),
						instants.stream()
							.map((at) -> at.atZone(zone).toLocalDateTime().toString())
							.toArray(String[]::new))
				.query((row, number) -> {
					Instant at = row.getObject(1, OffsetDateTime.class).toInstant();
					return "at %s it is %s there to the database, and %s to Java".formatted(at,
							row.getObject(2, LocalDateTime.class), at.atZone(zone).toLocalDateTime());
				})
				.optional();
		}
		catch (DataAccessException ex) {
			if (ex.getMostSpecificCause() instanceof SQLException sql && UNKNOWN_ZONE.equals(sql.getSQLState())) {
				return Optional.of("the database does not know it");
			}
			throw ex;
		}
	}

	/** Before and after each change of the offset, and a day of each month. */
	private static List<Instant> instants(ZoneId zone, Instant from, Instant until) {
		List<Instant> instants = new ArrayList<>(List.of(until));
		for (Instant at = from; at.isBefore(until); at = at.plus(Duration.ofDays(30))) {
			instants.add(at);
		}
		ZoneOffsetTransition next = zone.getRules().nextTransition(from);
		while (next != null && next.getInstant().isBefore(until)) {
			instants.add(next.getInstant().minusSeconds(1));
			instants.add(next.getInstant());
			next = zone.getRules().nextTransition(next.getInstant());
		}
		return instants;
	}

}
