package dev.tieout.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.tieout.attribution.Order;
import dev.tieout.attribution.OrderStatus;
import dev.tieout.commission.Sale;
import dev.tieout.commission.SaleLine;
import dev.tieout.commission.TaxTreatment;
import dev.tieout.identity.PlainText;
import dev.tieout.identity.Timestamps;
import dev.tieout.money.Amounts;
import dev.tieout.money.Money;

/**
 * Keeps orders' revisions and tells which one counts (rules.md 4.3, files.md). A column
 * {@code store}, which no file has, names the store: in a job that is the input's.
 */
final class OrderIntake {

	private final ZoneId zone;

	private final Map<OrderKey, List<Revision>> revisions = new LinkedHashMap<>();

	OrderIntake(ZoneId zone) {
		this.zone = zone;
	}

	void night(LocalDate businessDate, List<OrderCells> orders) {
		for (OrderCells cells : orders) {
			String store = cells.cell("store").isEmpty() ? "web" : cells.cell("store");
			String id = PlainText.of(cells.cell("order_id"));
			String revisedAt = PlainText.of(cells.cell("revised_at"));
			Instant date = revisedAt.isEmpty() ? Timestamps.startOfDay(businessDate, this.zone)
					: instant(cells, "revised_at");
			List<Revision> held = this.revisions.computeIfAbsent(new OrderKey(store, id), (key) -> new ArrayList<>());
			if (held.isEmpty() || !counting(held).cells().equals(cells)) {
				held.add(new Revision(date, cells));
			}
		}
	}

	/** The newest revision of every order, with the address it keeps. */
	List<Placed> orders() {
		List<Placed> orders = new ArrayList<>();
		for (Map.Entry<OrderKey, List<Revision>> order : this.revisions.entrySet()) {
			OrderCells cells = counting(order.getValue()).cells();
			orders.add(new Placed(order(orders.size() + 1L, order.getKey(), cells), customer(order.getValue())));
		}
		return orders;
	}

	/** The latest-dated one; of one instant the one that came last. */
	private static Revision counting(List<Revision> revisions) {
		return revisions.stream().reduce((one, next) -> next.date().isBefore(one.date()) ? one : next).orElseThrow();
	}

	private static String customer(List<Revision> revisions) {
		return revisions.stream()
			.sorted(Comparator.comparing(Revision::date))
			.map((revision) -> PlainText.lowerCase(revision.cells().cell("customer_email")))
			.filter((address) -> !address.isEmpty())
			.reduce((former, latter) -> latter)
			.orElse("");
	}

	private Order order(long number, OrderKey key, OrderCells cells) {
		List<String> coupons = Arrays.stream(cells.cell("coupon_code").split(","))
			.map(PlainText::lowerCase)
			.filter((code) -> !code.isEmpty())
			.toList();
		return new Order(number, key.store(), key.id(), instant(cells, "ordered_at"),
				OrderStatus.valueOf(PlainText.of(cells.cell("status")).toUpperCase(Locale.ROOT)), sale(cells), coupons,
				PlainText.lowerCase(cells.cell("ref_code")));
	}

	private static Sale sale(OrderCells cells) {
		Currency currency = Money.currency(cells.cell("currency")).orElseThrow();
		int digits = currency.getDefaultFractionDigits();
		return new Sale(currency, amount(cells, "subtotal", digits), amount(cells, "shipping", digits),
				amount(cells, "tax", digits), amount(cells, "tip", digits), amount(cells, "total", digits),
				amount(cells, "refunded", digits), TaxTreatment.EXCLUDED,
				cells.lines().stream().map(OrderIntake::line).toList());
	}

	private static long amount(OrderCells cells, String column, int digits) {
		String text = cells.cell(column);
		return text.isEmpty() ? 0 : Amounts.parse(text, digits);
	}

	private static SaleLine line(Map<String, String> cells) {
		BigDecimal net = number(cells, "line_quantity", "1").multiply(number(cells, "line_price", "0"))
			.subtract(number(cells, "line_discount", "0"));
		return new SaleLine(PlainText.of(cells.getOrDefault("line_sku", "")), net.max(BigDecimal.ZERO));
	}

	private static BigDecimal number(Map<String, String> cells, String column, String otherwise) {
		return new BigDecimal(cells.getOrDefault(column, otherwise));
	}

	private Instant instant(OrderCells cells, String column) {
		Optional<Instant> instant = Timestamps.parse(PlainText.of(cells.cell(column)), this.zone);
		return instant.orElseThrow(() -> new IllegalArgumentException(
				column + " must be a timestamp, but is '" + cells.cell(column) + "'"));
	}

	/**
	 * An order and whose it is.
	 *
	 * @param customer in lower case; empty where no revision has an address
	 */
	record Placed(Order order, String customer) {

	}

	private record OrderKey(String store, String id) {

	}

	private record Revision(Instant date, OrderCells cells) {

	}

}
