package dev.tieout.operations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import dev.tieout.audit.PrintableText;

/**
 * What a command writes. All of it is read, so that the command is never held up; the
 * first few thousand characters are kept.
 */
final class CommandOutput {

	private static final int KEPT = 2_000;

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

	private final Thread reader;

	private long dropped;

	private CommandOutput(InputStream stream) {
		this.reader = new Thread(() -> read(stream), "notify-output");
		this.reader.setDaemon(true);
	}

	static CommandOutput of(InputStream stream) {
		CommandOutput output = new CommandOutput(stream);
		output.reader.start();
		return output;
	}

	private void read(InputStream stream) {
		byte[] buffer = new byte[8_192];
		try {
			for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
				keep(buffer, read);
			}
		}
		catch (IOException ex) {
			Alerts.LOG.debug("the command's output ended", ex);
		}
	}

	private synchronized void keep(byte[] buffer, int length) {
		int room = Math.min(length, KEPT - this.kept.size());
		this.kept.write(buffer, 0, room);
		this.dropped += length - room;
	}

	/**
	 * Returns what was written, on one line. Something that the command left behind may
	 * hold its output open, so the end is not waited for beyond a time.
	 */
	String within(long millis) throws InterruptedException {
		this.reader.join(millis);
		return text();
	}

	private synchronized String text() {
		String text = PrintableText.of(this.kept.toString(StandardCharsets.UTF_8)).strip();
		return (this.dropped > 0) ? text + " … and " + this.dropped + " bytes more" : text;
	}

}
