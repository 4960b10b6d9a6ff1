package dev.tieout.proof.jdbc;

import java.util.List;
import java.util.Map;

import dev.tieout.proof.SealPart;
import dev.tieout.proof.StoredSeal;

/**
 * What was sealed with a run, as it is stored.
 *
 * @param seals all up to the run's own, which is the last
 * @param parts the lines that were hashed
 * @param editionText the program's canonical text
 * @param editionSource the file it was read from
 * @param jobText the job's file as it was registered
 * @param inputFiles canonical lines: number, SHA-256, name
 * @param affiliates canonical lines: number, SHA-256, address
 * @param reports the folder its reports were written to, empty for none
 */
public record SealedRun(List<StoredSeal> seals, Map<SealPart, String> parts, String editionText, String editionSource,
		String jobText, String inputFiles, String affiliates, String reports) {

	public SealedRun {
		seals = List.copyOf(seals);
		parts = Map.copyOf(parts);
	}

	/**
	 * Returns the run's own seal.
	 * @return the last one
	 */
	public StoredSeal seal() {
		return this.seals.get(this.seals.size() - 1);
	}

}
