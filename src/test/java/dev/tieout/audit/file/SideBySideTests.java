package dev.tieout.audit.file;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
			try {
				assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
		};
		SideBySide.write(List.of(meeting, meeting, () -> this.written.add("third")));
		assertThat(this.written).containsExactly("third");
	}

	@Test
	void oneThatFailsIsToldWhenTheOthersHaveEnded() {
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> SideBySide.write(List.of(() -> this.written.add("first"), () -> {
				throw new IOException("no room");
			}, () -> this.written.add("third"))))
			.withMessage("no room");
		assertThat(this.written).containsExactlyInAnyOrder("first", "third");
	}

	@Test
	void whatTheDatabaseSaysComesAsItIs() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> SideBySide.write(List.of(() -> {
			throw new IllegalStateException("gone");
		}))).withMessage("gone");
	}

}
