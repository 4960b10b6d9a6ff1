package dev.tieout.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tieout.database.Database;
import dev.tieout.database.DirectoryAccess;
import dev.tieout.hostile.Shop;
import dev.tieout.hostile.TieoutProcess;
import dev.tieout.hostile.TieoutProcess.Ended;
import dev.tieout.torture.Onlooker.Sight;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A store on its embedded server whose commands are hit, one attempt after the other,
 * until they are let through.
 */
final class Victim implements AutoCloseable {

	/**
	 * How long a command takes to its first step, at most; its server's start included.
	 */
	private static final int START_MILLIS = 2500;

	private static final int END_MILLIS = 600;

	private static final int STEP_MILLIS = 60;

	private static final Pattern GO_ON = Pattern.compile("tieout runs resume (\\d+)");

	private final Shop shop;

	private final Path data;

	private final SplittableRandom dice;

	private final Tally tally;

	private final Onlooker onlooker;

	private final List<String> history = new ArrayList<>();

	Victim(Shop shop, Tally tally, SplittableRandom dice) throws Exception {
		this.shop = shop;
		this.data = DirectoryAccess.prepared(shop.folder().resolve("data"));
		this.onlooker = new Onlooker(this.data);
		this.tally = tally;
		this.dice = dice;
	}

	/** Hits a chapter's command so many times, then lets it through. */
	Standing after(Chapter chapter, int blows) throws Exception {
		chapter.preparation().in(this.shop);
		for (List<String> quiet : chapter.quietly()) {
			through(quiet);
		}
		this.history.clear();
		boolean before = false;
		List<String> command = chapter.command();
		for (int i = 0; i < blows; i++) {
			Optional<Ended> ended = hit(command, chapter.verb(), before);
			before = true;
			command = ended.map(Victim::next).filter((next) -> !next.isEmpty()).orElse(chapter.command());
		}
		letThrough(command);
		through(List.of("verify", "--against", "reports/seals.txt"));
		if (Torture.THOROUGH) {
			through(List.of("audit"));
		}
		try (Database database = DirectoryAccess.open(this.data)) {
			return Standing.of(database.dataSource(), this.shop.folder());
		}
	}

	/** Whoever is refused does what the refusal says. */
	private void letThrough(List<String> command) throws Exception {
		Ended ended = end(command);
		List<String> next = next(ended);
		if (!next.isEmpty()) {
			letThrough(next);
		}
		else if (ended.exitCode() != 3 || !ended.errors().contains("was applied before")) {
			assertThat(ended.exitCode()).as(this.history + "\n" + ended.errors() + ended.output()).isZero();
		}
	}

	/** What a refusal says is to be done instead. */
	private static List<String> next(Ended ended) {
		Matcher instead = GO_ON.matcher(ended.errors());
		return (ended.exitCode() == 3 && instead.find()) ? List.of("runs", "resume", instead.group(1)) : List.of();
	}

	private Optional<Ended> hit(List<String> command, String verb, boolean again) throws Exception {
		Sight before = this.onlooker.look();
		List<String> open = new ArrayList<>(Place.of(verb));
		if (List.of("RUNNING", "STOPPED", "POSTED").contains(before.state())) {
			open.removeAll(before.done());
		}
		String aim = this.tally.rarest(open, this.dice);
		Blow blow = (this.dice.nextInt(3) == 0) ? Blow.values()[this.dice.nextInt(Blow.values().length)] : Blow.PROCESS;
		try (TieoutProcess process = start(command)) {
			if (!aim.equals(Place.START)) {
				awaitPlace(process, aim, before);
			}
			pause(process, switch (aim) {
				case Place.START -> START_MILLIS;
				case Place.END -> END_MILLIS;
				default -> STEP_MILLIS;
			});
			String place = this.onlooker.look().place(before);
			if (!blow.strike(process, this.data, this.dice)) {
				this.history.add("missed " + aim);
				return Optional.of(ended(process, 0, 3));
			}
			this.history.add(blow + " at " + place);
			this.tally.hit(blow, place, again);
			this.onlooker.close();
			return blow.leavesTheCommand() ? Optional.of(ended(process, 0, 1, 3, 5)) : Optional.empty();
		}
	}

	private void awaitPlace(TieoutProcess process, String aim, Sight before) throws InterruptedException {
		while (process.isAlive()) {
			Sight sight = this.onlooker.look();
			if (sight.execution() > before.execution() && (sight.place(before).equals(aim)
					|| sight.running().contains(aim) || sight.done().contains(aim))) {
				return;
			}
			process.endsWithin(Duration.ofMillis(1));
		}
	}

	/** Some time up to a most, rather less than more. */
	private void pause(TieoutProcess process, int most) throws InterruptedException {
		long micros = (long) (most * 1000 * Math.pow(this.dice.nextDouble(), 2));
		long until = System.nanoTime() + micros * 1000;
		while (System.nanoTime() < until && process.isAlive()) {
			process.endsWithin(Duration.ofMillis(1));
		}
	}

	/** A command under which the server broke says so in a sentence. */
	private Ended ended(TieoutProcess process, Integer... codes) throws InterruptedException {
		Ended ended = process.ended();
		String said = this.history + "\n" + ended.errors() + ended.output();
		assertThat(ended.exitCode()).as(said).isIn((Object[]) codes);
		assertThat(ended.errors()).as(said).doesNotContain("\tat ", "Exception", "should not happen", "@x.example");
		return ended;
	}

	private void through(List<String> command) throws Exception {
		Ended ended = end(command);
		assertThat(ended.exitCode())
			.as(String.join(" ", command) + " after " + this.history + "\n" + ended.errors() + ended.output())
			.isZero();
	}

	private Ended end(List<String> command) throws Exception {
		try (TieoutProcess process = start(command)) {
			return process.ended();
		}
	}

	private TieoutProcess start(List<String> command) {
		return TieoutProcess.start(this.shop.folder(), Map.of(), command.toArray(String[]::new));
	}

	/** All runs of the store, as the command tells them. */
	String story() throws Exception {
		return end(List.of("runs")).output();
	}

	/** What has hit the last chapter. */
	List<String> history() {
		return this.history;
	}

	@Override
	public void close() throws Exception {
		this.onlooker.close();
		DirectoryAccess.stop(this.data);
	}

}
