package dev.tieout.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tieout.audit.PrintableText;

/**
 * The two streams of a command: results on one, progress and messages on the other. Both
 * are UTF-8 whatever the locale, because files are made from them.
 */
public final class Console {

	private static final int NARROWEST = 60;

	private static final int USUAL_WIDTH = 100;

	private final CheckedOutput output;

	private final PrintStream out;

	private final PrintStream err;

	private final Terminal terminal;

	private Console(OutputStream out, OutputStream err, Terminal terminal) {
		this.output = new CheckedOutput(new BufferedOutputStream(out));
		this.out = new PrintStream(this.output, false, StandardCharsets.UTF_8);
		this.err = new MessageStream(err);
		this.terminal = terminal;
	}

	/**
	 * Returns the streams of this process. Java cannot tell which of them is a terminal,
	 * so the launcher says it.
	 * @param properties {@code tieout.terminal.out}, {@code tieout.terminal.err} and
	 * {@code tieout.terminal.columns}
	 * @param environment {@code NO_COLOR} turns colours off
	 * @return the console
	 */
	public static Console ofThisProcess(Map<?, ?> properties, Map<String, String> environment) {
		boolean out = "true".equals(properties.get("tieout.terminal.out"));
		boolean err = "true".equals(properties.get("tieout.terminal.err"));
		String columns = String.valueOf(properties.get("tieout.terminal.columns"));
		int width = columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
		boolean ink = out && environment.getOrDefault("NO_COLOR", "").isEmpty();
		return new Console(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err),
				new Terminal(out, err, Math.max(NARROWEST, width), ink));
	}

	/**
	 * Returns streams of which none is a terminal.
	 * @param out takes results
	 * @param err takes progress and messages
	 * @return the console
	 */
	public static Console of(OutputStream out, OutputStream err) {
		return new Console(out, err, new Terminal(false, false, USUAL_WIDTH, false));
	}

	PrintStream out() {
		return this.out;
	}

	PrintStream err() {
		return this.err;
	}

	/** Whether standard error is a terminal, on which a line may be written over. */
	boolean isLive() {
		return this.terminal.err();
	}

	/** The columns of the terminal. */
	int columns() {
		return this.terminal.columns();
	}

	/** The columns that tables have; 0, for no limit, where they go into a file. */
	int tableWidth() {
		return this.terminal.out() ? this.terminal.columns() : 0;
	}

	Ink ink() {
		return this.terminal.ink() ? Ink.COLOURED : Ink.PLAIN;
	}

	/** Writes what is still held back; answers what went wrong since the beginning. */
	Optional<IOException> flush() {
		this.out.flush();
		this.err.flush();
		return this.output.failure();
	}

	/** A message names files, values and words that came from anywhere. */
	private static final class MessageStream extends PrintStream {

		private MessageStream(OutputStream stream) {
			super(stream, true, StandardCharsets.UTF_8);
		}

		@Override
		public void println(@Nullable String message) {
			super.println(PrintableText.of(String.valueOf(message)));
		}

	}

	private record Terminal(boolean out, boolean err, int columns, boolean ink) {

	}

}
