package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.Closing;
import dev.tieout.audit.ClosingSheet;
import dev.tieout.audit.Movement;
import dev.tieout.audit.PeriodLine;
import dev.tieout.audit.PeriodState;
import dev.tieout.audit.Periods;

/** Reads the months of the ledger and what their closings froze. */
public final class PeriodList {

	private static final String MOVEMENTS = """
			select period, currency, count(*) as entries,
			       coalesce(sum(amount) filter (where type = 0), 0) as accrued,
			       coalesce(sum(amount) filter (where type = 1), 0) as adjusted,
			       coalesce(sum(amount) filter (where type = 2), 0) as reversed,
			       sum(amount) as net
			  from ledger_entry
			 group by period, currency
			 order by period, currency
			""";

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Closings closings;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 * @param clock says which month it is
	 */
	public PeriodList(DataSource dataSource, Clock clock) {
		this.dataSource = dataSource;
		this.jdbc = JdbcClient.create(dataSource);
		this.clock = clock;
		this.closings = new Closings(this.jdbc);
	}

	/**
	 * Returns the months from the first one that has entries or was closed to this month,
	 * or to the last one that has entries where that is later.
	 * @return none while the ledger is empty
	 */
	public Periods list() {
		ZoneId zone = zone();
		Map<YearMonth, List<Moved>> moved = this.jdbc.sql(MOVEMENTS)
			.query((row, number) -> moved(row))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Moved::month));
		Map<YearMonth, List<Closing>> closed = this.closings.all()
			.stream()
			.collect(Collectors.groupingBy(Closing::month));
		Map<YearMonth, Boolean> states = states();
		List<YearMonth> known = new ArrayList<>(moved.keySet());
		known.addAll(states.keySet());
		if (known.isEmpty()) {
			return new Periods(zone, List.of());
		}
		known.sort(null);
		YearMonth last = known.get(known.size() - 1);
		YearMonth now = YearMonth.now(this.clock.withZone(zone));
		List<PeriodLine> lines = new ArrayList<>();
		for (YearMonth month = known.get(0); !month.isAfter(now.isAfter(last) ? now : last); month = month
			.plusMonths(1)) {
			lines.add(line(month, states, closed.getOrDefault(month, List.of()), moved.getOrDefault(month, List.of())));
		}
		return new Periods(zone, lines);
	}

	/**
	 * Returns the closing that holds for a month, with its frozen copy.
	 * @param month the month
	 * @return empty while the month is open
	 */
	public Optional<ClosingSheet> closing(YearMonth month) {
		return this.closings.standing(month).map(this::sheet);
	}

	/**
	 * Returns every closing there ever was, those of reopened months included.
	 * @return with their frozen copies, the newest first
	 */
	public List<ClosingSheet> closings() {
		return this.closings.all().stream().map(this::sheet).toList();
	}

	private ClosingSheet sheet(Closing closing) {
		Optional<Closing> former = closing.follows().isPresent() ? this.closings.find(closing.follows().getAsInt())
				: Optional.empty();
		return new ClosingSheet(closing, new Balances(this.dataSource, this.clock).frozen(closing),
				former.map((before) -> new LateEntries(this.jdbc, zone()).between(before, closing)));
	}

	private static PeriodLine line(YearMonth month, Map<YearMonth, Boolean> states, List<Closing> closings,
			List<Moved> moved) {
		PeriodState whenOpen = closings.isEmpty() ? PeriodState.OPEN : PeriodState.REOPENED;
		PeriodState state = states.getOrDefault(month, false) ? PeriodState.CLOSED : whenOpen;
		return new PeriodLine(month, state, closings, moved.stream().mapToLong(Moved::entries).sum(),
				moved.stream().map(Moved::movement).toList());
	}

	private Map<YearMonth, Boolean> states() {
		Map<YearMonth, Boolean> states = new HashMap<>();
		this.jdbc.sql("select month, closed from period").query((row) -> {
			states.put(YearMonth.from(row.getObject(1, LocalDate.class)), row.getBoolean(2));
		});
		return states;
	}

	private static Moved moved(ResultSet row) throws SQLException {
		return new Moved(YearMonth.from(row.getObject("period", LocalDate.class)), row.getLong("entries"),
				new Movement(Cells.total(row, "accrued"), Cells.total(row, "adjusted"), Cells.total(row, "reversed"),
						Cells.total(row, "net")));
	}

	private ZoneId zone() {
		return this.jdbc.sql("select zone from program")
			.query((row, number) -> ZoneId.of(row.getString(1)))
			.optional()
			.orElseGet(this.clock::getZone);
	}

	private record Moved(YearMonth month, long entries, Movement movement) {

	}

}
