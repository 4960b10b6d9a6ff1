package dev.tieout.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStream;

/**
 * A worker's part of a report, written while it judges: reading the decisions back later
 * would cost more than judging them. Its length is kept with the worker's position, so a
 * restart cuts off what belongs to no committed chunk.
 */
final class PartFile implements ItemStream {

	private static final String LENGTH = "part.length";

	private final Path path;

	private @Nullable FileChannel channel;

	PartFile(Path path) {
		this.path = path;
	}

	@Override
	public void open(ExecutionContext context) {
		try {
			Path folder = this.path.toAbsolutePath().getParent();
			if (folder != null && !Files.isDirectory(folder)) {
				Files.createDirectories(folder,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			}
			long length = context.getLong(LENGTH, 0);
			FileChannel opened = FileChannel.open(this.path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			this.channel = opened;
			if (opened.size() < length) {
				throw new IOException("it has " + opened.size() + " bytes, but " + length + " were written before");
			}
			opened.truncate(length);
			opened.position(length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"The report's part '" + this.path + "' cannot be written: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void update(ExecutionContext context) {
		try {
			context.putLong(LENGTH, opened().position());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"The report's part '" + this.path + "' cannot be written: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void close() {
		try {
			if (this.channel != null) {
				this.channel.close();
				this.channel = null;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where to write; what is written counts from the next commit on. */
	OutputStream out() {
		return Channels.newOutputStream(opened());
	}

	private FileChannel opened() {
		if (this.channel == null) {
			throw new IllegalStateException("the part file is not open");
		}
		return this.channel;
	}

}
