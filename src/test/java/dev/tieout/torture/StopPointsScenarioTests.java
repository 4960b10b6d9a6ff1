package dev.tieout.torture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tieout.hostile.Ledger;
import dev.tieout.hostile.Shop;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.scenario.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run is stopped in good order at every place where it looks whether it is to stop, one
 * after the other, and then goes on: it always comes to the same.
 */
@ExtendWith(Replay.class)
class StopPointsScenarioTests {

	private static final String PART = "stop points";

	private static final int CUSTOMERS = 60;

	private static final int NIGHTS = 2;

	@TempDir
	Path folder = Path.of("");

	@Test
	void aRunThatIsStoppedAnywhereGoesOn() throws Exception {
		int most = Torture.amount("stops", 12, Integer.MAX_VALUE);
		Shop shop = Shop.open(this.folder, CUSTOMERS, NIGHTS).night(1).night(2);
		int looks;
		Map<String, List<String>> undisturbed;
		try (Installation tieout = Installation.fresh()) {
			Looks counting = new Looks(Integer.MAX_VALUE);
			assertThat(state(tieout, shop, counting)).isEqualTo(RunState.COMPLETED);
			looks = counting.number.get();
			undisturbed = Ledger.of(tieout.database().dataSource());
		}
		int pause = Math.max(1, looks / most);
		int first = Torture.dice(PART).nextInt(pause) + 1;
		int stopped = 0;
		for (int look = first; look <= looks; look += pause) {
			try (Installation tieout = Installation.fresh()) {
				RunState state = state(tieout, shop, new Looks(look));
				assertThat(state).as("stopped at look " + look).isIn(RunState.STOPPED, RunState.COMPLETED);
				stopped += (state == RunState.STOPPED) ? 1 : 0;
				assertThat(state(tieout, shop, RunObserver.SILENT)).as("gone on after look " + look)
					.isEqualTo(RunState.COMPLETED);
				Map<String, List<String>> actual = Ledger.of(tieout.database().dataSource());
				undisturbed.forEach((name, rows) -> assertThat(actual.get(name)).as(name).isEqualTo(rows));
			}
		}
		assertThat(stopped).isPositive();
		Figures.note(PART, "runs stopped and gone on with", stopped);
	}

	private static RunState state(Installation tieout, Shop shop, RunObserver observer) {
		List<RunResult> results = tieout.operations()
			.run(Installation.request(shop.job(), shop.date(1)), Installation.TESTER, observer);
		RunResult last = results.get(results.size() - 1);
		assertThat(last.error()).isEmpty();
		return last.state();
	}

	/**
	 * Wants the run to stop from a look on; what is looked at before it begins is not
	 * counted.
	 */
	private static final class Looks implements RunObserver {

		private final AtomicInteger number = new AtomicInteger();

		private final int stopAt;

		private volatile boolean begun;

		Looks(int stopAt) {
			this.stopAt = stopAt;
		}

		@Override
		public void registered(int run, boolean resumed) {
			this.begun = true;
		}

		@Override
		public void waiting(String whatFor) {
		}

		@Override
		public boolean wantsStop() {
			return this.begun && this.number.incrementAndGet() >= this.stopAt;
		}

	}

}
