package dev.tieout.cli;

import java.util.List;
import java.util.Optional;

import dev.tieout.audit.AffiliateTotal;
import dev.tieout.audit.ControlTotal;
import dev.tieout.audit.DecisionTotal;
import dev.tieout.audit.ExceptionGroup;
import dev.tieout.audit.Gap;
import dev.tieout.audit.PostedTotal;
import dev.tieout.audit.Preview;
import dev.tieout.audit.RunFile;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.Verdict;
import dev.tieout.operations.RunResult;

/**
 * A run's outcome as JSON. It goes into logs, so exceptions are counted and no customer
 * is named.
 *
 * @param run what the run was
 * @param resumed whether it was an unfinished one that went on
 * @param verdict whether its totals close
 * @param files what it read
 * @param exceptions what was rejected, noticed or refused, by kind
 * @param decisions the orders it judged, by reason and currency
 * @param postedByType what it posted
 * @param postedByAffiliate the same by affiliate
 * @param controlTotals what it proved
 * @param gaps what may be lacking in what the stores delivered
 * @param preview of a rerun: what it posts or would post, order by order
 */
record RunOutput(RunHeader run, boolean resumed, Verdict verdict, List<RunFile> files, List<Exceptions> exceptions,
		List<DecisionTotal> decisions, List<PostedTotal> postedByType, List<AffiliateTotal> postedByAffiliate,
		List<ControlTotal> controlTotals, List<Gap> gaps, Optional<Preview> preview) {

	static Optional<RunOutput> of(RunResult result, Optional<RunSummary> summary, Optional<Preview> preview) {
		return summary.map((found) -> new RunOutput(found.header(), result.resumed(), found.verdict(), found.files(),
				found.exceptions().stream().map(Exceptions::of).toList(), found.decisions(), found.postedByType(),
				found.postedByAffiliate(), found.controlTotals(), found.gaps(), preview));
	}

	/**
	 * How many exceptions there are of a kind.
	 */
	record Exceptions(ExceptionGroup.Source source, String kind, long count, String meaning, String action) {

		static Exceptions of(ExceptionGroup group) {
			return new Exceptions(group.source(), group.kind(), group.count(), group.advice().meaning(),
					group.advice().action());
		}

	}

}
