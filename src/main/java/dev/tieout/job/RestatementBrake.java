package dev.tieout.job;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import dev.tieout.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses a run that would change much of what earlier runs posted for a cause other than
 * the orders' own revisions and requests (rules.md 8). Each currency is looked at by
 * itself; 100 units stands for 100 units of that currency.
 */
final class RestatementBrake {

	private static final int FREE_UNITS = 100;

	private final JdbcClient jdbc;

	RestatementBrake(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<String> exceeded(PinnedRun run) {
		List<String> exceeded = new ArrayList<>();
		this.jdbc.sql("""
				with unasked as (
				    select currency, sum(abs(amount)) amount, count(distinct order_no) orders
				    from ledger_proposal where run_no = :run and posts and unasked group by 1)
				select u.currency, u.amount, u.orders,
				       (select coalesce(sum(abs(net)), 0)
				        from (select sum(e.amount) net from ledger_entry e
				              where e.currency = u.currency and e.order_no in
				                    (select order_no from order_revision
				                     where superseded_by is null and placed_at >= :from and placed_at < :until
				                           and customer_no in (select customer_no from scope where run_no = :run))
				              group by e.order_no) nets) posted
				from unasked u order by 1
				""")
			.param("run", run.number())
			.param("from", run.aboutFrom(), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("until", run.aboutUntil(), Types.TIMESTAMP_WITH_TIMEZONE)
			.query((row) -> {
				Currency currency = Currency.getInstance(row.getString(1));
				long allowed = allowed(run, currency, row.getBigDecimal(4));
				if (row.getLong(2) > allowed) {
					exceeded.add("%s over %d orders, where %s is allowed".formatted(new Money(row.getLong(2), currency),
							row.getLong(3), new Money(allowed, currency)));
				}
			});
		return exceeded.isEmpty() ? Optional.empty() : Optional.of(message(run, String.join("; ", exceeded)));
	}

	private String message(PinnedRun run, String exceeded) {
		String message = """
				RESTATEMENT_LIMIT: this %s would change %s of what earlier runs posted, for a cause other than the orders' \
				own new revisions and requests. Nothing was posted.
				The largest:      %s
				See one:          tieout explain ORDER
				See all:          tieout plan %s %s --out FILE
				Post them:        tieout apply FILE --reason TEXT"""
			.formatted(run.kind().word(), exceeded, largest(run), run.job().name(), dates(run));
		return (run.kind() == RunKind.RUN)
				? message + "\nOr with the run:  tieout run " + run.job().name() + " --restate --reason TEXT" : message;
	}

	/** The range that a plan must have to show them all. */
	private String dates(PinnedRun run) {
		String wide = run.range().filter(OrderRange::wholeCustomers).isPresent() ? " --whole-customers" : "";
		return run.range()
			.map((range) -> "--from %s --to %s".formatted(range.from(), range.to()) + wide)
			.orElseGet(() -> this.jdbc.sql("""
					select min((ordered_at at time zone :zone)::date), max((ordered_at at time zone :zone)::date)
					from ledger_proposal where run_no = :run and unasked
					""")
				.param("run", run.number())
				.param("zone", run.rules().zone().getId())
				.query((row, number) -> "--from %s --to %s".formatted(row.getString(1), row.getString(2)))
				.single());
	}

	private String largest(PinnedRun run) {
		return String.join(", ",
				this.jdbc.sql("""
						select order_id, amount, currency from ledger_proposal where run_no = ? and posts and unasked
						order by abs(amount) desc, order_id limit 5
						""")
					.param(run.number())
					.query((row, number) -> "order %s by %s".formatted(row.getString(1),
							new Money(row.getLong(2), Currency.getInstance(row.getString(3)))))
					.list());
	}

	private static long allowed(PinnedRun run, Currency currency, BigDecimal posted) {
		long free = FREE_UNITS * BigDecimal.TEN.pow(currency.getDefaultFractionDigits()).longValueExact();
		BigDecimal share = posted.multiply(run.rules().restatementLimit().percent())
			.movePointLeft(2)
			.setScale(0, RoundingMode.DOWN);
		return Math.max(free, share.longValueExact());
	}

}
