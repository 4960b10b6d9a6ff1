package dev.tieout.database;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;

/**
 * The embedded server's settings: safe first, then sized for loads of millions of rows on
 * a machine with this much memory.
 *
 * @param memory the machine's memory in megabytes
 */
record ServerSettings(long memory) {

	private static final String POSTGRESQL_CONF = """
			# Written by Tieout at each start of the server.
			listen_addresses = '127.0.0.1'
			unix_socket_directories = ''
			password_encryption = 'scram-sha-256'
			max_connections = 100

			# What is committed stays committed.
			fsync = on
			synchronous_commit = on
			full_page_writes = on

			shared_buffers = %dMB
			effective_cache_size = %dMB
			work_mem = %dMB
			maintenance_work_mem = %dMB
			max_wal_size = 4GB
			min_wal_size = 256MB
			checkpoint_timeout = 15min
			random_page_cost = 1.1
			jit = off

			# After so long autovacuum gives way to a run that waits for its table.
			deadlock_timeout = 100ms

			timezone = 'UTC'
			log_timezone = 'UTC'
			datestyle = 'iso, ymd'
			log_line_prefix = '%%m [%%p] %%a '
			log_checkpoints = off
			log_statement = 'none'
			""";

	/** Passwords on the loopback interface, and no way in for the superuser. */
	private static final String PG_HBA_CONF = """
			# Written by Tieout at each start of the server.
			host tieout tieout_owner,tieout_app 127.0.0.1/32 scram-sha-256
			""";

	static ServerSettings forThisMachine() {
		var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		return new ServerSettings(machine.getTotalMemorySize() >> 20);
	}

	/**
	 * Writes the settings.
	 * @param cluster the directory of the database files
	 * @throws IOException if they cannot be written
	 */
	void write(Path cluster) throws IOException {
		Files.writeString(cluster.resolve("postgresql.conf"), text());
		Files.writeString(cluster.resolve("pg_hba.conf"), PG_HBA_CONF);
	}

	String text() {
		return POSTGRESQL_CONF.formatted(share(16, 64, 1_024), share(2, 256, 16_384), share(256, 8, 64),
				share(64, 32, 256));
	}

	private long share(int part, long atLeast, long atMost) {
		return Math.max(atLeast, Math.min(atMost, this.memory / part));
	}

}
