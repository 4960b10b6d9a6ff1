package dev.tieout.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory of job files that all have one program, in UTC where nothing else is said.
 */
record JobFolder(Path folder) {

	static final String NIGHTLY = "0 30 4 * * ?";

	static JobFolder in(Path folder) throws IOException {
		return new JobFolder(folder).program("main", "UTC", 10);
	}

	JobFolder program(String name, String zone, int percent) throws IOException {
		return file("programs/main.yml", """
				program: %s
				zone: %s
				currency: USD
				rules:
				- effective-from: 2024-01-01
				  connect: {enabled: true}
				  commission: {rate: %d%%}
				""".formatted(name, zone, percent));
	}

	JobFolder job(String name, String cron, String more) throws IOException {
		return file(name + ".yml", text(name, cron, more));
	}

	static String text(String name, String cron, String more) {
		return """
				job: %s
				program: programs/main.yml
				schedule: {cron: "%s"%s}
				inputs:
				  orders:
				  - {files: in/orders-*.csv, format: native, store: web}
				reports: {directory: reports}
				""".formatted(name, cron, more);
	}

	JobFolder file(String name, String text) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
		return this;
	}

	JobFolder orders(String name, String... ids) throws IOException {
		StringBuilder rows = new StringBuilder("order_id,ordered_at,customer_email,currency,subtotal,total,status\n");
		for (String id : ids) {
			rows.append(id).append(",2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid\n");
		}
		return file("in/" + name, rows.toString());
	}

	void delete(String name) throws IOException {
		Files.delete(this.folder.resolve(name));
	}

}
