package dev.tieout.operations;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.NavigableSet;
import java.util.TreeSet;

import dev.tieout.configuration.OrderInput;
import dev.tieout.job.PinnedRun;
import dev.tieout.orders.jdbc.OrderGaps;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for gaps in what a posted run has read, over the days since the run before it
 * that were over when it began. What imports nothing has none.
 */
final class GapSearch {

	private final JdbcClient jdbc;

	private final OrderGaps gaps;

	GapSearch(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.gaps = new OrderGaps(jdbc);
	}

	void in(PinnedRun run) {
		ZoneId zone = run.rules().zone();
		days(run.number(), zone).ifPresent((days) -> {
			NavigableSet<String> stores = new TreeSet<>();
			run.job().inputs().orders().stream().map(OrderInput::store).forEach(stores::add);
			this.gaps.record(run.number(), stores, days.from(), days.to(), zone);
		});
	}

	private Optional<Days> days(int run, ZoneId zone) {
		return this.jdbc.sql("""
				select coalesce(covers_from, business_date) as covers_from, business_date, started_at
				from run where run_no = ? and kind = 'run'
				""").param(run).query((row, number) -> {
			LocalDate yesterday = row.getObject("started_at", OffsetDateTime.class)
				.atZoneSameInstant(zone)
				.toLocalDate()
				.minusDays(1);
			LocalDate to = row.getObject("business_date", LocalDate.class);
			return new Days(row.getObject("covers_from", LocalDate.class), to.isAfter(yesterday) ? yesterday : to);
		}).optional();
	}

	private record Days(LocalDate from, LocalDate to) {

	}

}
