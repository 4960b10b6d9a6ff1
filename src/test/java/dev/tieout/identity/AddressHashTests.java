package dev.tieout.identity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AddressHashTests {

	/** As {@code printf %s keykim@x.example | sha256sum} has it. */
	@Test
	void itIsTheFirstHalfOfSha256OverKeyAndAddress() {
		AddressHash hash = new AddressHash("key".getBytes(StandardCharsets.UTF_8));
		assertThat(hash.of("kim@x.example")).isEqualTo(UUID.fromString("4c6abc5b-4917-dce9-9e1c-c37e5ac8854c"));
		assertThat(hash.of("kim@x.example")).as("again").isEqualTo(hash.of("kim@x.example"));
		assertThat(new AddressHash(new byte[] { 1 }).of("kim@x.example")).isNotEqualTo(hash.of("kim@x.example"));
	}

}
