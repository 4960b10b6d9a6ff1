package dev.tieout.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.tieout.job.FileKind;
import dev.tieout.records.FileHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Registers a run's files: by content and the way they are read a file is known
 * (files.md, Reading), and what is known is not read again.
 */
final class FileRegister {

	private final JdbcClient jdbc;

	FileRegister(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Registers files in the caller's transaction.
	 * @param run the run's number
	 * @param files the files in reading order, with their hashes
	 * @param choice which the operator leaves out or wants read again
	 * @return how many order files are new
	 */
	int register(int run, List<Hashed> files, Choice choice) {
		Set<String> seen = new HashSet<>();
		int position = 0;
		int newOrderFiles = 0;
		for (Hashed hashed : files) {
			FoundFile file = hashed.file();
			Optional<String> skipped = skipped(hashed, choice, seen);
			insert(run, position++, hashed, skipped.orElse("registered"), detail(hashed, skipped));
			newOrderFiles += (file.kind() == FileKind.ORDERS && skipped.isEmpty()) ? 1 : 0;
		}
		return newOrderFiles;
	}

	/** Counts the files that a run would read; registers nothing. */
	int countNew(List<Hashed> files) {
		Set<String> seen = new HashSet<>();
		Choice none = new Choice(List.of(), List.of());
		return (int) files.stream().filter((file) -> skipped(file, none, seen).isEmpty()).count();
	}

	private Optional<String> skipped(Hashed hashed, Choice choice, Set<String> seen) {
		FoundFile file = hashed.file();
		if (choice.leavesOut(file)) {
			return Optional.of("left_out");
		}
		if (choice.rereads(file)) {
			return Optional.empty();
		}
		boolean again = !seen.add(file.kind() + " " + hashed.sha256() + " " + file.reading());
		boolean maintained = file.kind() == FileKind.AFFILIATES || file.kind() == FileKind.EXISTING_CUSTOMERS;
		boolean known = maintained ? isLastOfItsName(hashed) : again || isKnown(hashed);
		return known ? Optional.of("duplicate") : Optional.empty();
	}

	private boolean isKnown(Hashed hashed) {
		return this.jdbc.sql("""
				select exists (select from input_file
				               where sha256 = ? and kind = ? and reading = ? and state in ('complete', 'posted'))
				""")
			.params(hashed.sha256(), hashed.file().kind().word(), hashed.file().reading())
			.query(Boolean.class)
			.single();
	}

	/** Maintained files come back under one name: only the last of that name counts. */
	private boolean isLastOfItsName(Hashed hashed) {
		return this.jdbc.sql("""
				select sha256 = :hash and reading = :reading from input_file
				where kind = :kind and name = :name and state in ('complete', 'posted')
				order by file_no desc limit 1
				""")
			.param("hash", hashed.sha256())
			.param("reading", hashed.file().reading())
			.param("kind", hashed.file().kind().word())
			.param("name", hashed.file().name())
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

	private void insert(int run, int position, Hashed hashed, String state, String detail) {
		FoundFile file = hashed.file();
		Integer store = (file.kind() == FileKind.ORDERS) ? store(file.store()) : null;
		this.jdbc
			.sql("""
					insert into input_file (run_no, position, kind, store_no, name, path, sha256, reading, bytes, modified_at, dated, state, detail)
					values (:run, :position, :kind, :store, :name, :path, :hash, :reading, :bytes, :modified, :dated, :state, nullif(:detail, ''))
					""")
			.param("run", run)
			.param("position", position)
			.param("kind", file.kind().word())
			.param("store", store)
			.param("name", file.name())
			.param("path", file.path().toString())
			.param("hash", hashed.sha256())
			.param("reading", file.reading())
			.param("bytes", hashed.bytes())
			.param("modified", hashed.modified().atOffset(ZoneOffset.UTC))
			.param("dated", file.dated().atOffset(ZoneOffset.UTC))
			.param("state", state)
			.param("detail", detail)
			.update();
	}

	private String detail(Hashed hashed, Optional<String> skipped) {
		return switch (skipped.orElse("")) {
			case "left_out" -> "left out by the operator (--without)";
			case "duplicate" -> "DUPLICATE_FILE: the same bytes were read before" + firstSeen(hashed);
			default -> "";
		};
	}

	private String firstSeen(Hashed hashed) {
		return this.jdbc.sql("""
				select ', as ' || name || ' in run ' || run_no from input_file
				where sha256 = ? and state in ('complete', 'posted') order by file_no limit 1
				""").param(hashed.sha256()).query(String.class).optional().orElse("");
	}

	/**
	 * A store keeps its layout and id column once used: they are part of its orders'
	 * identity.
	 */
	private int store(FoundFile.Store store) {
		this.jdbc
			.sql("insert into store (code, format, order_id_column) values (?, ?, ?) on conflict (code) do nothing")
			.params(store.code(), store.format(), store.idColumn())
			.update();
		record Known(int number, String format, String idColumn) {
		}
		Known known = this.jdbc.sql("select store_no, format, order_id_column from store where code = ?")
			.param(store.code())
			.query((row, number) -> new Known(row.getInt(1), row.getString(2), row.getString(3)))
			.single();
		if (!known.format().equals(store.format()) || !known.idColumn().equals(store.idColumn())) {
			throw new RefusedException(
					"Store '%s' was read with format %s and order id column %s before, and keeps both: orders would get other identities. The job file says %s and %s."
						.formatted(store.code(), known.format(), known.idColumn(), store.format(), store.idColumn()));
		}
		return known.number();
	}

	/**
	 * A file with its content's hash.
	 */
	record Hashed(FoundFile file, String sha256, long bytes, Instant modified) {

		/**
		 * @throws StoppedException if the observer wants to stop meanwhile
		 */
		static Hashed of(FoundFile file, RunObserver observer) {
			try {
				// The time first: what is written while the bytes are read shows as a
				// later time.
				Instant modified = Files.getLastModifiedTime(file.path()).toInstant().truncatedTo(ChronoUnit.MICROS);
				String hash = FileHash.sha256(file.path(), observer::wantsStop).orElse("");
				ActiveRuns.goOn(observer);
				return new Hashed(file, hash, Files.size(file.path()), modified);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("'" + file.path() + "' cannot be read: " + ex.getMessage(), ex);
			}
		}

	}

	/**
	 * What the operator says of single files.
	 *
	 * @param without base names or paths of files to leave out
	 * @param reread base names or paths of files to read although they are known
	 */
	record Choice(List<String> without, List<String> reread) {

		boolean leavesOut(FoundFile file) {
			return this.without.stream().anyMatch((name) -> names(name, file));
		}

		boolean rereads(FoundFile file) {
			return this.reread.stream().anyMatch((name) -> names(name, file));
		}

		/**
		 * The names that stand for no file, so that a typing error does not go unnoticed.
		 */
		List<String> unknown(List<FoundFile> files) {
			return Stream.concat(this.without.stream(), this.reread.stream())
				.filter((name) -> files.stream().noneMatch((file) -> names(name, file)))
				.toList();
		}

		private static boolean names(String name, FoundFile file) {
			return name.equals(file.name()) || file.path().endsWith(Path.of(name))
					|| file.path().equals(Path.of(name).toAbsolutePath().normalize());
		}

	}

}
