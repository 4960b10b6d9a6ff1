package dev.tieout.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Folds the lines of workers into one for their step: what the step has done is what they
 * have.
 */
public final class StepFolding {

	private final List<StepLine> lines;

	private final Instant now;

	private final Function<String, Optional<Double>> parts;

	/**
	 * Creates a folding.
	 * @param lines a run's steps and workers in the order in which they were started
	 * @param now until when a step that lasts has taken
	 * @param parts for a step's name, how much of its whole work is done, from 0 to 1;
	 * asked for steps at work only
	 */
	public StepFolding(List<StepLine> lines, Instant now, Function<String, Optional<Double>> parts) {
		this.lines = List.copyOf(lines);
		this.now = now;
		this.parts = parts;
	}

	/**
	 * Returns the steps.
	 * @return in the order in which they were started
	 */
	public List<RunStep> steps() {
		Map<List<Object>, List<StepLine>> groups = new LinkedHashMap<>();
		this.lines.forEach(
				(line) -> groups.computeIfAbsent(List.of(line.execution(), line.name()), (key) -> new ArrayList<>())
					.add(line));
		return groups.values().stream().map(this::step).toList();
	}

	private RunStep step(List<StepLine> group) {
		StepLine first = group.get(0);
		List<StepLine> workers = group.stream().filter((line) -> line.part().isPresent()).toList();
		String unit = unit(first.name());
		long done = unit.isEmpty() ? 0 : workers.stream().mapToLong(StepLine::written).sum();
		Optional<Duration> took = first.startedAt()
			.map((start) -> Duration.between(start,
					first.endedAt().orElse((first.state() == StepState.AT_WORK) ? this.now : lastSeen(group, start))));
		Optional<Double> part = (first.state() == StepState.AT_WORK) ? this.parts.apply(first.name())
				: Optional.empty();
		Optional<Duration> left = part
			.flatMap((share) -> took.flatMap((time) -> left(first.name(), share, done, time)));
		return new RunStep(first.execution(), first.name(), workers.size(), first.state(), done, unit,
				first.startedAt(), took, took.flatMap((time) -> RunStep.rate(done, time)), part, left, message(group));
	}

	/** A step that was cut off was at work as long as its workers' ends tell. */
	private static Instant lastSeen(List<StepLine> group, Instant start) {
		return group.stream().flatMap((line) -> line.endedAt().stream()).max(Instant::compareTo).orElse(start);
	}

	/**
	 * Other executions of the step have done some of it; how long the rest takes is what
	 * this one took for its own.
	 */
	private Optional<Duration> left(String step, double share, long done, Duration took) {
		long ever = this.lines.stream()
			.filter((line) -> line.name().equals(step) && line.part().isPresent())
			.mapToLong(StepLine::written)
			.sum();
		if (done == 0 || share <= 0) {
			return Optional.empty();
		}
		double own = share * done / ever;
		return Optional.of(Duration.ofMillis(Math.round(took.toMillis() * Math.max(0, 1 - share) / own)));
	}

	/** The workers of a step that failed say what the step itself says too. */
	private static String message(List<StepLine> group) {
		return group.stream().map(StepLine::message).filter((message) -> !message.isEmpty()).findFirst().orElse("");
	}

	private static String unit(String step) {
		return switch (step) {
			case "reconcile" -> "customers";
			case "read orders" -> "orders";
			default -> step.startsWith("read ") ? "lines" : "";
		};
	}

}
