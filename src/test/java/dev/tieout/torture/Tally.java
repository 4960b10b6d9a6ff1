package dev.tieout.torture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What was hit where, and how often. */
final class Tally {

	private final Map<String, Integer> places = new LinkedHashMap<>();

	private final Map<String, Integer> blows = new LinkedHashMap<>();

	private int hits;

	private int inARow;

	void hit(Blow blow, String place, boolean again) {
		this.places.merge(place, 1, Integer::sum);
		this.blows.merge(blow.toString(), 1, Integer::sum);
		this.hits++;
		this.inARow += again ? 1 : 0;
	}

	int hits() {
		return this.hits;
	}

	/** One of those places that were hit least. */
	String rarest(List<String> places, SplittableRandom dice) {
		int least = places.stream().mapToInt((place) -> this.places.getOrDefault(place, 0)).min().orElse(0);
		List<String> rare = places.stream().filter((place) -> this.places.getOrDefault(place, 0) == least).toList();
		return rare.get(dice.nextInt(rare.size()));
	}

	void note(String part) {
		Figures.note(part, "kills survived", this.hits);
		Figures.note(part, "of them of a run that was killed before", this.inARow);
		this.blows.forEach((blow, count) -> Figures.note(part, blow, count));
		this.places.forEach((place, count) -> Figures.note(part, "hit " + place, count));
	}

	@Override
	public String toString() {
		return this.hits + " hits " + this.blows + " " + this.places;
	}

}
