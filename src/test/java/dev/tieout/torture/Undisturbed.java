package dev.tieout.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.tieout.database.TestDatabase;
import dev.tieout.hostile.Shop;
import dev.tieout.hostile.TieoutProcess;
import dev.tieout.hostile.TieoutProcess.Ended;

import static org.assertj.core.api.Assertions.assertThat;

/** The same life in a store that nobody disturbs, on a server of its own. */
final class Undisturbed implements AutoCloseable {

	private final Shop shop;

	private final TestDatabase database = TestDatabase.fresh();

	Undisturbed(Shop shop) {
		this.shop = shop;
	}

	Standing after(Chapter chapter) throws Exception {
		chapter.preparation().in(this.shop);
		List<List<String>> commands = new ArrayList<>(chapter.quietly());
		commands.add(chapter.command());
		for (List<String> command : commands) {
			try (TieoutProcess process = TieoutProcess.start(folder(), this.database.environment(),
					command.toArray(String[]::new))) {
				Ended ended = process.ended();
				assertThat(ended.exitCode()).as(chapter.name() + "\n" + ended.errors() + ended.output()).isZero();
			}
		}
		return Standing.of(this.database.dataSource(), folder());
	}

	private Path folder() {
		return this.shop.folder();
	}

	@Override
	public void close() {
		this.database.close();
	}

}
