package dev.tieout.audit.file;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SideBySideTests {

	private final Set<String> written = ConcurrentHashMap.newKeySet();

	@Test
	void twoAreAtWorkAtOnce() throws Exception {
		CountDownLatch both = new CountDownLatch(2);
		SideBySide.Writing meeting = () -> {
			both.countDown();
			await(both);
		};
		write(meeting, meeting, () -> this.written.add("third"));
		assertThat(this.written).containsExactly("third");
	}

	@Test
	void whoeverBeganThemDoesSomethingElseMeanwhile() throws Exception {
		CountDownLatch done = new CountDownLatch(1);
		try (SideBySide files = SideBySide.begin(List.of(() -> {
			await(done);
			this.written.add("file");
		}))) {
			assertThat(this.written).isEmpty();
			done.countDown();
			files.finish();
		}
		assertThat(this.written).containsExactly("file");
	}

	@Test
	void oneThatFailsIsToldWhenTheOthersHaveEnded() {
		CountDownLatch begun = new CountDownLatch(1);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> write(() -> {
			await(begun);
			throw new IOException("no room");
		}, untilItIsClosed(Thread.currentThread(), begun))).withMessage("no room");
		assertThat(this.written).containsExactly("file");
	}

	@Test
	void whenItIsClosedEarlyWhatHasBegunEndsAndNothingElseBegins() throws Exception {
		CountDownLatch begun = new CountDownLatch(2);
		SideBySide.Writing writing = untilItIsClosed(Thread.currentThread(), begun);
		SideBySide files = SideBySide.begin(List.of(writing, writing, () -> this.written.add("third")));
		await(begun);
		files.close();
		assertThat(this.written).containsExactly("file");
	}

	@Test
	void whatTheDatabaseSaysComesAsItIs() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> write(() -> {
			throw new IllegalStateException("gone");
		})).withMessage("gone");
	}

	/** Writes a file, which ends only when the other thread waits for that in close. */
	private SideBySide.Writing untilItIsClosed(Thread closing, CountDownLatch begun) {
		return () -> {
			begun.countDown();
			long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
			while (Stream.of(closing.getStackTrace())
				.noneMatch((frame) -> frame.getMethodName().equals("awaitTermination"))) {
				assertThat(System.nanoTime()).isLessThan(until);
				Thread.onSpinWait();
			}
			this.written.add("file");
		};
	}

	private static void await(CountDownLatch latch) throws IOException {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private static void write(SideBySide.Writing... writings) throws IOException {
		try (SideBySide files = SideBySide.begin(List.of(writings))) {
			files.finish();
		}
	}

}
