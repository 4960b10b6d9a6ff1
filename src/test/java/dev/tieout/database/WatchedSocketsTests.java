package dev.tieout.database;

import java.net.Socket;

import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedSocketsTests {

	@Test
	void aSilentServerIsAskedBeforeTwoMinutesAreOver() throws Exception {
		try (Socket socket = new WatchedSockets().createSocket()) {
			int idle = socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE);
			int between = socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL);
			int times = socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT);
			assertThat(socket.getKeepAlive()).isTrue();
			assertThat(idle + between * times).isBetween(30, 120);
			assertThat(socket.isConnected()).isFalse();
		}
	}

}
