package dev.tieout.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a job's section {@code inputs}. */
final class InputsReader {

	private static final Kind<RejectLimit> REJECT_LIMIT = Kind.of("a limit",
			"a percentage such as 1% or a whole number of records such as 25", InputsReader::rejectLimit);

	private final Section inputs;

	private final Path base;

	InputsReader(Section inputs, Path base) {
		this.inputs = inputs;
		this.base = base;
	}

	Inputs read() {
		Inputs read = new Inputs(paths(this.inputs, "affiliates"), paths(this.inputs, "existing-customers"),
				paths(this.inputs, "connections"), orders(),
				this.inputs.value("reject-limit", REJECT_LIMIT, RejectLimit.DEFAULT),
				this.inputs.value("require-new-orders", Kinds.BOOLEAN, false));
		this.inputs.noOthers();
		return read;
	}

	private List<OrderInput> orders() {
		List<OrderInput> orders = new ArrayList<>();
		Map<String, OrderInput> stores = new HashMap<>();
		for (Setting item : this.inputs.items("orders")) {
			Section section = Section.of(item);
			OrderInput input = new OrderInputReader(section, this::paths).read();
			OrderInput former = stores.putIfAbsent(input.store(), input);
			section.find("store").filter((store) -> former != null).ifPresent((store) -> {
				if (!input.store().isEmpty() && !sameIdentity(input, former)) {
					store.wrong("is read in two formats or by two id columns", "another store code for one of them");
				}
			});
			orders.add(input);
		}
		return orders;
	}

	private static boolean sameIdentity(OrderInput one, OrderInput other) {
		return one.format() == other.format() && one.orderId() == other.orderId();
	}

	/** Returns paths that stand as a list, or as a single text. */
	private List<PathPattern> paths(Section section, String key) {
		Optional<Setting> setting = section.find(key);
		if (setting.isEmpty()) {
			return List.of();
		}
		boolean single = !setting.get().isList() && !setting.get().isEmpty();
		List<PathPattern> paths = new ArrayList<>();
		for (Setting item : single ? List.of(setting.get()) : setting.get().items()) {
			if (item.as(Kinds.PATH).isPresent()) {
				item.text(Kinds.PATH.expected())
					.ifPresent((text) -> paths
						.add(new PathPattern(this.base, text, item.source().file(), item.line(), item.key())));
			}
		}
		return paths;
	}

	private static Optional<RejectLimit> rejectLimit(String text) {
		Optional<RejectLimit> count = Kind.number(text, 0, 999_999_999).map(RejectLimit.Count::new);
		return count.or(() -> Kinds.percentage(text).map(RejectLimit.Share::new));
	}

}
