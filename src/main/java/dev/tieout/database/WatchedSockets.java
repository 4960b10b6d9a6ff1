package dev.tieout.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Map;
import java.util.Map.Entry;

import javax.net.SocketFactory;

import jdk.net.ExtendedSocketOptions;

/**
 * Sockets that ask a silent server whether it is still there: after half a minute, and
 * then every ten seconds. Without, a wire that swallows everything is noticed after two
 * hours, for that is what systems wait.
 */
public final class WatchedSockets extends SocketFactory {

	/** The same for the other end: PostgreSQL asks a silent client. */
	static final String SERVER_SETTINGS = """
			set tcp_keepalives_idle to 30; set tcp_keepalives_interval to 10; set tcp_keepalives_count to 6; \
			select set_config(name, '10s', false) from pg_settings \
			where name = 'client_connection_check_interval' and version() like '%linux%'""";

	private static final Map<SocketOption<Integer>, Integer> OPTIONS = Map.of(ExtendedSocketOptions.TCP_KEEPIDLE, 30,
			ExtendedSocketOptions.TCP_KEEPINTERVAL, 10, ExtendedSocketOptions.TCP_KEEPCOUNT, 6);

	@Override
	public Socket createSocket() throws IOException {
		return watched(new Socket());
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return watched(new Socket(host, port));
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
		return watched(new Socket(host, port, from, fromPort));
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return watched(new Socket(host, port));
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
		return watched(new Socket(host, port, from, fromPort));
	}

	/** Not every system knows all of these options. */
	private static Socket watched(Socket socket) throws IOException {
		socket.setKeepAlive(true);
		for (Entry<SocketOption<Integer>, Integer> option : OPTIONS.entrySet()) {
			if (socket.supportedOptions().contains(option.getKey())) {
				socket.setOption(option.getKey(), option.getValue());
			}
		}
		return socket;
	}

}
