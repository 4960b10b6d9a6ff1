package dev.tieout.operations;

import java.time.ZoneId;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The program that the database holds. */
final class OneProgram {

	private final ZoneId zone;

	private final byte[] addressKey;

	private OneProgram(ZoneId zone, byte[] addressKey) {
		this.zone = zone;
		this.addressKey = addressKey;
	}

	ZoneId zone() {
		return this.zone;
	}

	/** The key of addresses' hashes. */
	byte[] addressKey() {
		return this.addressKey;
	}

	static OneProgram of(JdbcClient jdbc) {
		return jdbc.sql("select zone, address_key from program")
			.query((row, number) -> new OneProgram(ZoneId.of(row.getString(1)), row.getBytes(2)))
			.optional()
			.orElseThrow(() -> new RefusedException(
					"This database holds no program yet. The first 'tieout run JOB' makes it."));
	}

}
