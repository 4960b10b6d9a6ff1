package dev.tieout.program;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tieout.money.Percentage;

/** Programs as small as a test can have them. */
final class Programs {

	static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	private Programs() {
	}

	static Program of(Version... versions) {
		return new Program("main", NEW_YORK, Currency.getInstance("USD"), Optional.empty(), RestatementLimit.DEFAULT,
				Set.of(), List.of(versions));
	}

	static Program postingFrom(Optional<LocalDate> date, Version... versions) {
		return new Program("main", NEW_YORK, Currency.getInstance("USD"), date, RestatementLimit.DEFAULT, Set.of(),
				List.of(versions));
	}

	static Version version(String date, String percent) {
		return version(date, percent, Map.of(), List.of());
	}

	static Version version(String date, String percent, Map<String, GroupRules> groups, List<ProductRate> products) {
		CommissionRules commission = new CommissionRules(percent(percent), Base.NET, false, Set.of(), false, true, 30,
				Map.of(), products);
		return new Version(LocalDate.parse(date), Version.DEFAULT_ATTRIBUTION, ConnectRules.DEFAULTS, commission,
				groups);
	}

	static Percentage percent(String number) {
		return new Percentage(new BigDecimal(number));
	}

}
