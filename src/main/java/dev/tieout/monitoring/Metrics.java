package dev.tieout.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tieout.audit.VitalSigns;
import dev.tieout.audit.jdbc.VitalSignsReader;

/**
 * The ledger's metrics, read from the database when they are asked for: so they are the
 * same in every process that serves, and go on where a process that was killed left off.
 * Their labels are states, reasons, currencies and names of jobs; never a person.
 */
final class Metrics implements MultiCollector {

	private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

	private final VitalSignsReader signs;

	private final Clock clock;

	Metrics(VitalSignsReader signs, Clock clock) {
		this.signs = signs;
		this.clock = clock;
	}

	@Override
	public MetricSnapshots collect() {
		try {
			return of(this.signs.read());
		}
		catch (RuntimeException ex) {
			LOG.debug("the database does not answer", ex);
			return MetricSnapshots.of(reachable(0));
		}
	}

	private MetricSnapshots of(VitalSigns read) {
		Map<String, Double> ages = read.lastPosted()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (job) -> seconds(job.getValue())));
		Map<String, Double> amounts = read.posted()
			.stream()
			.collect(Collectors.toMap((total) -> total.currency().getCurrencyCode(),
					(total) -> Double.parseDouble(total.toPlainString())));
		return MetricSnapshots.of(reachable(1),
				counter("tieout_runs", "Runs that were registered, by the state they are in.", "outcome", read.runs()),
				gauge("tieout_last_completed_run_age_seconds",
						"Seconds since a run of the job last posted to the ledger.", "job", ages),
				gauge("tieout_orders", "Orders as they stand, by what was decided about them.", "reason",
						doubles(read.orders())),
				gauge("tieout_posted_amount",
						"Net commission in the ledger, in units of the currency (dollars, not cents).", "currency",
						amounts),
				counter("tieout_rejects", "Records of posted files that were rejected, by reason.", "reason",
						read.rejects()),
				gauge("tieout_due_customers", "Customers whose orders the next run judges.",
						(double) read.dueCustomers()),
				CounterSnapshot.builder()
					.name("tieout_ledger_entries")
					.help("Entries in the ledger.")
					.dataPoint(
							CounterSnapshot.CounterDataPointSnapshot.builder().value((double) read.entries()).build())
					.build());
	}

	private double seconds(java.time.Instant posted) {
		return Math.max(0, Duration.between(posted, this.clock.instant()).toMillis() / 1000.0);
	}

	private static Map<String, Double> doubles(Map<String, Long> counts) {
		return counts.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().doubleValue()));
	}

	private static GaugeSnapshot reachable(double value) {
		return gauge("tieout_database_reachable", "1 while the database answers; without it there are no others.",
				value);
	}

	private static GaugeSnapshot gauge(String name, String help, double value) {
		return GaugeSnapshot.builder()
			.name(name)
			.help(help)
			.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().value(value).build())
			.build();
	}

	private static GaugeSnapshot gauge(String name, String help, String label, Map<String, Double> values) {
		GaugeSnapshot.Builder metric = GaugeSnapshot.builder().name(name).help(help);
		sorted(values, Function.identity()).forEach((key, value) -> metric.dataPoint(
				GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(Labels.of(label, key)).value(value).build()));
		return metric.build();
	}

	private static CounterSnapshot counter(String name, String help, String label, Map<String, Long> values) {
		CounterSnapshot.Builder metric = CounterSnapshot.builder().name(name).help(help);
		sorted(values, Long::doubleValue).forEach((key, value) -> metric.dataPoint(
				CounterSnapshot.CounterDataPointSnapshot.builder().labels(Labels.of(label, key)).value(value).build()));
		return metric.build();
	}

	private static <T> Map<String, Double> sorted(Map<String, T> values, Function<T, Double> number) {
		Map<String, Double> sorted = new TreeMap<>();
		values.forEach((key, value) -> sorted.put(key, number.apply(value)));
		return sorted;
	}

}
