package dev.tieout.hostile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A file system in memory that is soon full; only root can have one. */
public final class SmallDisk implements AutoCloseable {

	private static final int BLOCK = 1 << 16;

	private final Path path;

	private SmallDisk(Path path) {
		this.path = path;
	}

	public static Optional<SmallDisk> mount(Path path, String size) throws IOException, InterruptedException {
		Files.createDirectories(path);
		return command("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path.toString())
				? Optional.of(new SmallDisk(path)) : Optional.empty();
	}

	private static boolean command(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getInputStream().readAllBytes();
		return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
	}

	public Path path() {
		return this.path;
	}

	/** Fills it to the last byte. */
	public void fill() throws IOException {
		try (var out = Files.newOutputStream(this.path.resolve("ballast"))) {
			byte[] block = new byte[BLOCK];
			while (true) {
				out.write(block);
			}
		}
		catch (IOException full) {
			if (!String.valueOf(full.getMessage()).contains("No space left")) {
				throw full;
			}
		}
	}

	/** Fills it up to so many bytes. */
	public void leave(int bytes) throws IOException {
		fill();
		try (var ballast = FileChannel.open(this.path.resolve("ballast"), StandardOpenOption.WRITE)) {
			ballast.truncate(ballast.size() - bytes);
		}
	}

	/** Makes room again. */
	public void free() throws IOException {
		Files.delete(this.path.resolve("ballast"));
	}

	public void makeReadOnly() throws IOException, InterruptedException {
		if (!command("mount", "-o", "remount,ro", this.path.toString())) {
			throw new IOException("cannot remount " + this.path);
		}
	}

	public void makeWritable() throws IOException, InterruptedException {
		if (!command("mount", "-o", "remount,rw", this.path.toString())) {
			throw new IOException("cannot remount " + this.path);
		}
	}

	@Override
	public void close() throws IOException {
		try {
			command("umount", "-l", this.path.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
