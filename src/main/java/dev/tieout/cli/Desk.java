package dev.tieout.cli;

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
import dev.tieout.operations.ConnectionOperations;
import dev.tieout.operations.Evidence;
import dev.tieout.operations.Forgetting;
import dev.tieout.operations.PeriodOperations;
import dev.tieout.operations.ProgramOperations;
import dev.tieout.operations.RunControl;
import dev.tieout.operations.ScheduleOverview;
import dev.tieout.proof.jdbc.Verification;
import dev.tieout.recount.jdbc.Recounting;

/** Everything that can be looked up or recorded without running a job. */
public interface Desk extends AutoCloseable {

	RunList runs();

	RunDetails runDetails();

	Explanations explanations();

	CustomerStories customerStories();

	ConnectionList connections();

	Balances balances();

	Statements statements();

	Journals journals();

	Exports exports();

	PeriodList periods();

	ConnectionOperations connectionOperations();

	ProgramOperations programs();

	PeriodOperations periodOperations();

	Forgetting forgetting();

	RunControl runControl();

	Verification verification();

	Recounting recounting();

	Evidence evidence();

	ScheduleOverview schedule();

	@Override
	void close();

}
