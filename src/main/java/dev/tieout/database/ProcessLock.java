package dev.tieout.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * A lock on a file between processes, which ends with its process however that ends. One
 * process must not open one file's lock twice: closing either would free both.
 */
final class ProcessLock implements AutoCloseable {

	private final FileChannel channel;

	private @Nullable FileLock held;

	/**
	 * Opens a lock and does not take it.
	 * @param file the file, which is made where it does not exist
	 * @throws IOException if it cannot be opened
	 */
	ProcessLock(Path file) throws IOException {
		this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
	}

	/**
	 * Waits until no other process has the lock, and takes it.
	 * @return this
	 * @throws IOException if the file cannot be locked
	 */
	ProcessLock takeAlone() throws IOException {
		this.held = this.channel.lock();
		return this;
	}

	/**
	 * Takes the lock together with others who share it.
	 * @throws IOException if the file cannot be locked
	 */
	void share() throws IOException {
		this.held = this.channel.lock(0, Long.MAX_VALUE, true);
	}

	/**
	 * Gives the lock back and tells whether anybody else has it.
	 * @return whether another process has it at this moment
	 * @throws IOException if the file cannot be locked
	 */
	boolean releaseAndSeeOthers() throws IOException {
		if (this.held != null) {
			this.held.release();
			this.held = null;
		}
		try (FileLock probe = this.channel.tryLock()) {
			return probe == null;
		}
	}

	/** Gives the lock back. */
	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
