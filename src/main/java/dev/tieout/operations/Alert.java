package dev.tieout.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.tieout.audit.file.JsonText;
import dev.tieout.configuration.NotificationCause;
import dev.tieout.identity.HiddenAddresses;
import org.jspecify.annotations.Nullable;

/**
 * Something an operator has to hear of. It names no customer and no affiliate.
 *
 * @param event what kind of thing
 * @param job the job's name
 * @param program the program's name
 * @param run the run it is about, if there is one
 * @param businessDate what the run is, or would be, labelled with
 * @param day the day on which a late job was due
 * @param raisedAt when it came to be
 * @param sentence what happened, in a person's words
 */
record Alert(NotificationCause event, String job, String program, Optional<Run> run, Optional<LocalDate> businessDate,
		Optional<LocalDate> day, Instant raisedAt, String sentence) {

	private static final int LONGEST = 4_000;

	Alert {
		sentence = HiddenAddresses.in(sentence);
		sentence = (sentence.length() > LONGEST) ? sentence.substring(0, LONGEST) + "…" : sentence;
	}

	/** Such as: run 12 of job nightly has failed. */
	String headline() {
		String subject = this.run.map((about) -> "run " + about.number() + " of ").orElse("") + "job " + this.job;
		return subject + switch (this.event) {
			case FAILED -> this.run.filter((about) -> about.state() == RunState.POSTED).isPresent()
					? " has posted, but its reports are not written" : " has failed";
			case LATE -> " is late";
			case MISSING -> " found no new order file";
		};
	}

	/** What the command of {@code notify} finds on its standard input (jobs.md). */
	String json(String host) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("event", this.event.name().toLowerCase(Locale.ROOT));
		json.put("job", this.job);
		json.put("program", this.program);
		json.put("businessDate", this.businessDate.orElse(null));
		json.put("error", this.sentence);
		json.put("run", this.run.map(Run::number).orElse(null));
		json.put("kind", this.run.map(Run::kind).orElse(null));
		json.put("state", this.run.map((about) -> about.state().name()).orElse(null));
		json.put("exitCode", this.run.map((about) -> about.state().exitCode()).orElse(null));
		json.put("startedAt", this.run.map(Run::startedAt).orElse(null));
		json.put("endedAt", this.run.flatMap(Run::endedAt).orElse(null));
		json.put("raisedAt", this.raisedAt);
		json.put("host", host);
		return JsonText.of(json) + "\n";
	}

	/**
	 * The run that an alert is about.
	 *
	 * @param number the run's number
	 * @param kind run, rerun, plan or apply
	 * @param state what it ended as
	 * @param startedAt when it began
	 * @param endedAt when it ended
	 */
	record Run(int number, String kind, RunState state, Instant startedAt, Optional<Instant> endedAt) {

	}

}
