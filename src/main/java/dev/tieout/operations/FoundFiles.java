package dev.tieout.operations;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.tieout.configuration.InputFiles;
import dev.tieout.configuration.InputPatterns;
import dev.tieout.configuration.JobFile;
import dev.tieout.identity.Timestamps;
import dev.tieout.job.FileKind;
import dev.tieout.job.OrderReadings;
import dev.tieout.orders.file.OrderReading;

/** Finds the files of a job's inputs, in the order in which a run reads them. */
final class FoundFiles {

	private FoundFiles() {
	}

	static List<FoundFile> of(JobFile job, Instant startOfBusinessDate) {
		InputFiles files = InputPatterns.expand(job.inputs());
		ZoneId zone = job.program().program().zone();
		List<FoundFile> found = new ArrayList<>();
		add(found, FileKind.AFFILIATES, files.affiliates(), zone, startOfBusinessDate);
		add(found, FileKind.EXISTING_CUSTOMERS, files.existingCustomers(), zone, startOfBusinessDate);
		add(found, FileKind.CONNECTIONS, files.connections(), zone, startOfBusinessDate);
		for (InputFiles.OrderFile file : files.orders()) {
			OrderReading reading = OrderReadings.of(file.input(), job.program().program());
			Instant dated = file.input()
				.asOf()
				.flatMap((pattern) -> pattern.date(String.valueOf(file.path().getFileName())))
				.map((date) -> Timestamps.startOfDay(date, zone))
				.orElse(startOfBusinessDate);
			found.add(new FoundFile(FileKind.ORDERS, file.path(), OrderReadings.text(reading), dated,
					FoundFile.Store.of(reading.store(), reading.format(), reading.orderIdColumn().name())));
		}
		return found;
	}

	private static void add(List<FoundFile> found, FileKind kind, List<Path> paths, ZoneId zone, Instant dated) {
		for (Path path : paths) {
			found.add(new FoundFile(kind, path, "zone=" + zone, dated, FoundFile.Store.NONE));
		}
	}

}
