package dev.tieout.configuration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tieout.identity.PlainText;
import dev.tieout.program.AttributionTest;
import dev.tieout.program.ConnectRules;
import dev.tieout.program.GroupRules;
import dev.tieout.program.OnConflict;
import dev.tieout.program.Version;

/**
 * Reads one item of a program's {@code rules}. A section left out takes its defaults, not
 * the former version's (rules.md 3).
 */
final class VersionReader {

	/** Stands in for a date that is missing or wrong. */
	static final LocalDate NO_DATE = LocalDate.MIN;

	private static final Kind<AttributionTest> TEST = Kind.word("an attribution test", AttributionTest.class);

	private static final Kind<OnConflict> ON_CONFLICT = Kind.word("an answer to a conflict", OnConflict.class);

	private final Section section;

	VersionReader(Section section) {
		this.section = section;
	}

	Version read() {
		LocalDate from = this.section.required("effective-from", Kinds.DATE, NO_DATE);
		List<AttributionTest> attribution = this.section.valuesOr("attribution", TEST, Version.DEFAULT_ATTRIBUTION);
		ConnectRules connect = connect(this.section.section("connect"));
		this.section.requireKey("commission", "a section with at least a rate");
		CommissionReader commission = new CommissionReader(this.section.section("commission"),
				this.section.find("commission").isPresent());
		Version version = new Version(from, attribution, connect, commission.read(), groups());
		this.section.noOthers();
		return version;
	}

	private static ConnectRules connect(Section connect) {
		ConnectRules defaults = ConnectRules.DEFAULTS;
		ConnectRules rules = new ConnectRules(connect.value("enabled", Kinds.BOOLEAN, defaults.enabled()),
				connect.value("link-on-first-order", Kinds.BOOLEAN, defaults.linkOnFirstOrder()),
				connect.value("only-new-customers", Kinds.BOOLEAN, defaults.onlyNewCustomers()),
				connect.value("on-conflict", ON_CONFLICT, defaults.onConflict()),
				connect.value("expires-after-days", Kinds.DAY_LIMIT, defaults.expiresAfterDays()),
				connect.value("refresh-on-order", Kinds.BOOLEAN, defaults.refreshOnOrder()),
				connect.value("max-orders", Kinds.ORDER_LIMIT, defaults.maxOrders()));
		connect.noOthers();
		return rules;
	}

	private Map<String, GroupRules> groups() {
		Map<String, GroupRules> groups = new HashMap<>();
		for (Map.Entry<String, Setting> entry : this.section.section("groups").entries()) {
			GroupRules former = groups.put(PlainText.of(entry.getKey()), group(Section.of(entry.getValue())));
			if (former != null) {
				entry.getValue().wrong("is a group that stands twice", "each group once");
			}
		}
		return groups;
	}

	private static GroupRules group(Section group) {
		GroupRules rules = new GroupRules(group.optional("rate", Kinds.RATE),
				group.optional("expires-after-days", Kinds.DAY_LIMIT), group.optional("max-orders", Kinds.ORDER_LIMIT),
				group.optional("commission-only-new-customers", Kinds.BOOLEAN));
		group.noOthers();
		return rules;
	}

}
