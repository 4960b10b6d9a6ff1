package dev.tieout;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import javax.sql.DataSource;

import dev.tieout.audit.file.Exports;
import dev.tieout.audit.jdbc.Balances;
import dev.tieout.audit.jdbc.ConnectionList;
import dev.tieout.audit.jdbc.CustomerStories;
import dev.tieout.audit.jdbc.Explanations;
import dev.tieout.audit.jdbc.Journals;
import dev.tieout.audit.jdbc.PeriodList;
import dev.tieout.audit.jdbc.RunDetails;
import dev.tieout.audit.jdbc.RunList;
import dev.tieout.audit.jdbc.Statements;
import dev.tieout.cli.Desk;
import dev.tieout.database.Database;
import dev.tieout.operations.ConnectionOperations;
import dev.tieout.operations.Evidence;
import dev.tieout.operations.Forgetting;
import dev.tieout.operations.PeriodOperations;
import dev.tieout.operations.ProgramOperations;
import dev.tieout.operations.RunControl;
import dev.tieout.operations.ScheduleOverview;
import dev.tieout.proof.jdbc.Verification;
import dev.tieout.recount.jdbc.Recounting;

/**
 * Commands that run no job, on the database alone: an application context would take them
 * longer to start than all else.
 */
final class LightDesk implements Desk {

	private final Database database;

	private final Clock clock = Clock.systemUTC();

	private LightDesk(Database database) {
		this.database = database;
	}

	static LightDesk open(Path data, Map<String, String> environment) {
		return new LightDesk(Database.open(data, environment));
	}

	@Override
	public RunList runs() {
		return new RunList(dataSource());
	}

	@Override
	public RunDetails runDetails() {
		return new RunDetails(dataSource(), this.clock);
	}

	@Override
	public Explanations explanations() {
		return new Explanations(dataSource(), this.clock);
	}

	@Override
	public CustomerStories customerStories() {
		return new CustomerStories(dataSource(), this.clock);
	}

	@Override
	public ConnectionList connections() {
		return new ConnectionList(dataSource(), this.clock);
	}

	@Override
	public Balances balances() {
		return new Balances(dataSource(), this.clock);
	}

	@Override
	public Statements statements() {
		return new Statements(dataSource(), this.clock);
	}

	@Override
	public Journals journals() {
		return new Journals(dataSource(), this.clock);
	}

	@Override
	public Exports exports() {
		return new Exports(dataSource(), this.clock);
	}

	@Override
	public PeriodList periods() {
		return new PeriodList(dataSource(), this.clock);
	}

	@Override
	public ConnectionOperations connectionOperations() {
		return new ConnectionOperations(dataSource(), this.clock);
	}

	@Override
	public ProgramOperations programs() {
		return new ProgramOperations(dataSource(), this.clock);
	}

	@Override
	public PeriodOperations periodOperations() {
		return new PeriodOperations(dataSource(), this.clock);
	}

	@Override
	public Forgetting forgetting() {
		return new Forgetting(dataSource());
	}

	@Override
	public RunControl runControl() {
		return new RunControl(dataSource());
	}

	@Override
	public Verification verification() {
		return new Verification(dataSource());
	}

	@Override
	public Recounting recounting() {
		return new Recounting(dataSource());
	}

	@Override
	public Evidence evidence() {
		return new Evidence(dataSource());
	}

	@Override
	public ScheduleOverview schedule() {
		return new ScheduleOverview(dataSource(), this.clock);
	}

	private DataSource dataSource() {
		return this.database.dataSource();
	}

	@Override
	public void close() {
		this.database.close();
	}

}
