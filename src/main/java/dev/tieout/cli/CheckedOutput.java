package dev.tieout.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/** Remembers the first failure, which a {@link java.io.PrintStream} keeps to itself. */
final class CheckedOutput extends FilterOutputStream {

	private @Nullable IOException failure;

	CheckedOutput(OutputStream out) {
		super(out);
	}

	@Override
	public void write(int b) throws IOException {
		attempt(() -> this.out.write(b));
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		attempt(() -> this.out.write(bytes, offset, length));
	}

	@Override
	public void flush() throws IOException {
		attempt(this.out::flush);
	}

	private void attempt(Attempt attempt) throws IOException {
		if (this.failure != null) {
			throw this.failure;
		}
		try {
			attempt.make();
		}
		catch (IOException ex) {
			this.failure = ex;
			throw ex;
		}
	}

	/** Throws the first failure, if there was one. */
	void check() throws IOException {
		if (this.failure != null) {
			throw this.failure;
		}
	}

	private interface Attempt {

		void make() throws IOException;

	}

}
