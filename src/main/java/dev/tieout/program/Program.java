package dev.tieout.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tieout.identity.EmailAddress;
import dev.tieout.identity.Timestamps;

/**
 * The merchant's rules as they stand in one program file.
 *
 * @param name fixed by a database's first run, like zone and currency
 * @param zone the zone of every date, report and period
 * @param currency the currency of amounts that name none
 * @param postFrom orders placed before this date are judged but post nothing
 * @param restatementLimit how much a run may change of what earlier runs posted
 * @param ignoreAddresses addresses that are nobody's, such as a till's
 * @param versions by date, ascending, no two of one date, at least one
 */
public record Program(String name, ZoneId zone, Currency currency, Optional<LocalDate> postFrom,
		RestatementLimit restatementLimit, Set<EmailAddress> ignoreAddresses, List<Version> versions) {

	public Program {
		ignoreAddresses = Set.copyOf(ignoreAddresses);
		versions = List.copyOf(versions);
		if (versions.isEmpty()) {
			throw new IllegalArgumentException("a program must have at least one version");
		}
		for (int i = 1; i < versions.size(); i++) {
			if (!versions.get(i - 1).effectiveFrom().isBefore(versions.get(i).effectiveFrom())) {
				throw new IllegalArgumentException(
						"versions must ascend, but " + versions.get(i).effectiveFrom() + " does not");
			}
		}
	}

	/**
	 * Returns the first instant of a version.
	 * @param version one of this program's
	 * @return the start of its first day in the program's zone
	 */
	public Instant startOf(Version version) {
		return Timestamps.startOfDay(version.effectiveFrom(), this.zone);
	}

}
