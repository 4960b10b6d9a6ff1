package dev.tieout.hostile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A network of its own for a process, joined to this one by a single wire, which can
 * swallow whatever is sent. Only root can have one.
 */
public final class Island implements AutoCloseable {

	private static final String SHORE = "10.213.77.1";

	private static final String BEACH = "10.213.77.2";

	/** No network card listens to this. */
	private static final String NOBODY = "02:00:00:00:00:01";

	private final String name;

	private Island(String name) {
		this.name = name;
	}

	/** Makes one, if this user may. */
	public static Optional<Island> rise() throws IOException, InterruptedException {
		Island island = new Island("tieout" + ProcessHandle.current().pid());
		if (island.command("ip netns add NAME") && island.command("ip link add NAMEa type veth peer name NAMEb")
				&& island.command("ip link set NAMEb netns NAME")
				&& island.command("ip addr add " + SHORE + "/30 dev NAMEa") && island.command("ip link set NAMEa up")
				&& island.command("ip netns exec NAME ip addr add " + BEACH + "/30 dev NAMEb")
				&& island.command("ip netns exec NAME ip link set NAMEb up")) {
			return Optional.of(island);
		}
		island.close();
		return Optional.empty();
	}

	/** The address of this side, as the island sees it. */
	public String shore() {
		return SHORE;
	}

	/** What a command begins with that is to run there. */
	public List<String> there() {
		return List.of("ip", "netns", "exec", this.name);
	}

	/** From now on nothing arrives, and nobody is told. */
	public void swallow() throws IOException, InterruptedException {
		if (!command("ip neigh replace " + BEACH + " lladdr " + NOBODY + " dev NAMEa nud permanent") || !command(
				"ip netns exec NAME ip neigh replace " + SHORE + " lladdr " + NOBODY + " dev NAMEb nud permanent")) {
			throw new IOException("the wire swallows nothing");
		}
	}

	private boolean command(String command) throws IOException, InterruptedException {
		// Where there is no such program the shell says so, like a right that is missing.
		Process process = new ProcessBuilder("sh", "-c", command.replace("NAME", this.name)).redirectErrorStream(true)
			.start();
		process.getInputStream().readAllBytes();
		return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
	}

	@Override
	public void close() throws IOException, InterruptedException {
		command("ip link del NAMEa");
		command("ip netns del NAME");
	}

}
