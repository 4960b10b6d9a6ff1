package dev.tieout.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between a process and its database, which can be cut. */
public final class Wire implements AutoCloseable {

	private final ServerSocket entrance;

	private final URI target;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private Wire(ServerSocket entrance, URI target) {
		this.entrance = entrance;
		this.target = target;
	}

	public static Wire to(String jdbcUrl) throws IOException {
		return to(jdbcUrl, InetAddress.getLoopbackAddress());
	}

	/** The near end is at an address of this machine. */
	public static Wire to(String jdbcUrl, InetAddress near) throws IOException {
		Wire wire = new Wire(new ServerSocket(0, 50, near), URI.create(jdbcUrl.substring("jdbc:".length())));
		wire.run(wire::accept);
		return wire;
	}

	/** The environment of a process whose database is at the other end. */
	public Map<String, String> environment(Map<String, String> direct) {
		Map<String, String> environment = new HashMap<>(direct);
		environment.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://" + this.entrance.getInetAddress().getHostAddress()
				+ ":" + this.entrance.getLocalPort() + this.target.getPath());
		return environment;
	}

	/** Whether anybody has connected. */
	public boolean isUsed() {
		return !this.open.isEmpty();
	}

	/** Breaks all connections; new ones can be made. */
	public void cut() throws IOException {
		for (Socket socket : this.open) {
			socket.close();
		}
	}

	/** Breaks all connections for good. */
	public void take() throws IOException {
		this.entrance.close();
		cut();
	}

	private void accept() throws IOException {
		while (true) {
			Socket near = this.entrance.accept();
			Socket far = new Socket(this.target.getHost(), this.target.getPort());
			this.open.add(near);
			this.open.add(far);
			run(() -> pump(near, far));
			run(() -> pump(far, near));
		}
	}

	@SuppressWarnings("try") // both ends are closed when one is
	private static void pump(Socket from, Socket to) throws IOException {
		try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			in.transferTo(out);
		}
	}

	private void run(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// That is what a cut wire is like.
				Thread.currentThread().interrupt();
			}
		}, "wire");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		take();
	}

	private interface Work {

		void run() throws IOException;

	}

}
