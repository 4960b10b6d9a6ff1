package dev.tieout.operations;

import java.util.List;
import java.util.function.Consumer;

import dev.tieout.configuration.JobFile;
import org.springframework.stereotype.Component;

/** Tells of late jobs, each minute while serving. */
@Component
final class LateDuty implements ServeDuty {

	private final LateJobs late;

	private final Alerts alerts;

	LateDuty(LateJobs late, Alerts alerts) {
		this.late = late;
		this.alerts = alerts;
	}

	@Override
	public void minute(List<JobFile> jobs, Consumer<String> say) {
		this.late.tell(jobs, this.alerts, say);
	}

}
