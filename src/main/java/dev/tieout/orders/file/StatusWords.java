package dev.tieout.orders.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.identity.PlainText;
import dev.tieout.records.Column;
import dev.tieout.records.FileRecord;
import dev.tieout.records.Problems;
import dev.tieout.records.RejectReason;

/** The status words of a platform, without regard to case. */
final class StatusWords {

	private static final Map<String, OrderStatus> SHOPIFY = Map.ofEntries(Map.entry("paid", OrderStatus.PAID),
			Map.entry("partially_refunded", OrderStatus.PARTIALLY_REFUNDED),
			Map.entry("refunded", OrderStatus.REFUNDED), Map.entry("voided", OrderStatus.CANCELLED),
			Map.entry("pending", OrderStatus.PENDING), Map.entry("authorized", OrderStatus.PENDING),
			Map.entry("partially_paid", OrderStatus.PENDING), Map.entry("expired", OrderStatus.PENDING));

	private static final Map<String, OrderStatus> WOOCOMMERCE = Map.ofEntries(Map.entry("processing", OrderStatus.PAID),
			Map.entry("completed", OrderStatus.PAID), Map.entry("pending", OrderStatus.PENDING),
			Map.entry("on-hold", OrderStatus.PENDING), Map.entry("checkout-draft", OrderStatus.PENDING),
			Map.entry("draft", OrderStatus.PENDING), Map.entry("new", OrderStatus.PENDING),
			Map.entry("refunded", OrderStatus.REFUNDED), Map.entry("cancelled", OrderStatus.CANCELLED),
			Map.entry("trash", OrderStatus.CANCELLED), Map.entry("failed", OrderStatus.FAILED));

	private final Map<String, OrderStatus> words = new HashMap<>();

	private final String prefix;

	private StatusWords(Map<String, OrderStatus> platform, String prefix, Map<String, String> own) {
		this.words.putAll(platform);
		this.prefix = prefix;
		own.forEach((word, status) -> this.words.put(PlainText.lowerCase(word), known(status)));
	}

	/**
	 * Returns the words of an input. A mapped input that has words of its own has no
	 * others: what another platform means by {@code pending} is not ours to guess.
	 */
	static StatusWords of(OrderReading reading) {
		Map<String, String> own = reading.statuses();
		return switch (reading.format()) {
			case NATIVE -> new StatusWords(ours(), "", own);
			case SHOPIFY -> new StatusWords(SHOPIFY, "", own);
			case WOOCOMMERCE -> new StatusWords(WOOCOMMERCE, "wc-", own);
			case MAPPED -> new StatusWords(own.isEmpty() ? ours() : Map.of(), "", own);
		};
	}

	private static Map<String, OrderStatus> ours() {
		Map<String, OrderStatus> ours = new HashMap<>();
		for (OrderStatus status : OrderStatus.values()) {
			ours.put(status.word(), status);
		}
		return ours;
	}

	private static OrderStatus known(String word) {
		return Arrays.stream(OrderStatus.values())
			.filter((status) -> status.word().equals(PlainText.lowerCase(word)))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"'" + word + "' is no status; one of " + new TreeSet<>(ours().keySet()) + " was expected"));
	}

	/** Returns an order's status, {@code PENDING} where a problem was added. */
	OrderStatus read(Column column, FileRecord record, Problems problems) {
		String word = column.text(record);
		if (word.isEmpty()) {
			problems.addMissing(column);
			return OrderStatus.PENDING;
		}
		Optional<OrderStatus> status = Optional.ofNullable(lookUp(word));
		if (status.isEmpty()) {
			problems.add(RejectReason.UNKNOWN_STATUS, column, word,
					"is none of '" + String.join("', '", new TreeSet<>(this.words.keySet())) + "'");
		}
		return status.orElse(OrderStatus.PENDING);
	}

	private @Nullable OrderStatus lookUp(String word) {
		OrderStatus exact = this.words.get(word);
		if (exact != null) {
			return exact;
		}
		String lower = word.toLowerCase(Locale.ROOT);
		OrderStatus status = this.words.get(lower);
		return (status == null && !this.prefix.isEmpty() && lower.startsWith(this.prefix))
				? this.words.get(lower.substring(this.prefix.length())) : status;
	}

}
