package dev.tieout.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.tieout.attribution.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger in the form in which it is sealed. The order of the fields is
 * that of the canonical line and is frozen (docs/proof.md): another one would be another
 * version of the seal.
 *
 * @param number the entry's number
 * @param run the run that posted it
 * @param type its type as the database has it (rules.md 6)
 * @param store the code of the store the order is of
 * @param orderId the order's id in the store
 * @param order the order's number here
 * @param customer the customer's number; never an address
 * @param affiliate the affiliate's number
 * @param affiliateHash the SHA-256 of the affiliate's address, so that nobody else can be
 * put behind the number
 * @param currency ISO 4217
 * @param amount in minor units
 * @param reason the decision's, as the database has it
 * @param orderedAt the order's date
 * @param postedAt when the entry was posted
 * @param businessDate of the run
 * @param period the first day of the posting period
 * @param payableOn the end of its hold
 * @param corrects the entry it corrects, if it does
 * @param file the number of the file it rests on
 * @param line the line in it
 * @param operation the operation it rests on instead, if it does
 */
public record SealedEntry(long number, int run, int type, String store, String orderId, long order, long customer,
		int affiliate, String affiliateHash, String currency, long amount, int reason, Instant orderedAt,
		Instant postedAt, LocalDate businessDate, LocalDate period, LocalDate payableOn, @Nullable Long corrects,
		int file, int line, @Nullable Integer operation) {

	/** The names of a canonical line's fields, in their order. */
	public static final List<String> FIELDS = List.of("entry", "run", "type", "store", "order_id", "order_no",
			"customer_no", "affiliate_no", "affiliate_sha256", "currency", "amount", "reason", "ordered_at",
			"posted_at", "business_date", "period", "payable_on", "corrects", "file_no", "line", "operation_no");

	private static final List<String> TYPES = List.of("ACCRUAL", "ADJUSTMENT", "REVERSAL");

	private static final List<String> REASONS = List.of(Reason.values()).stream().map(Enum::name).toList();

	/**
	 * Adds the entry's canonical line.
	 * @param text it is added to
	 */
	public void appendTo(CanonicalText text) {
		text.field(this.number).field(this.run);
		word(text, TYPES, this.type);
		text.field(this.store)
			.field(this.orderId)
			.field(this.order)
			.field(this.customer)
			.field(this.affiliate)
			.field(this.affiliateHash)
			.field(this.currency)
			.field(this.amount);
		word(text, REASONS, this.reason);
		text.field(this.orderedAt)
			.field(this.postedAt)
			.field(this.businessDate)
			.field(this.period)
			.field(this.payableOn)
			.field(this.corrects)
			.field(this.file)
			.field(this.line)
			.field(this.operation)
			.end();
	}

	/**
	 * Returns the canonical line.
	 * @return with its line feed
	 */
	public String canonical() {
		CanonicalText text = new CanonicalText();
		appendTo(text);
		return text.toString();
	}

	/**
	 * Returns the entry in another posting period.
	 * @param month its first day
	 * @return otherwise the same
	 */
	public SealedEntry in(LocalDate month) {
		return new SealedEntry(this.number, this.run, this.type, this.store, this.orderId, this.order, this.customer,
				this.affiliate, this.affiliateHash, this.currency, this.amount, this.reason, this.orderedAt,
				this.postedAt, this.businessDate, month, this.payableOn, this.corrects, this.file, this.line,
				this.operation);
	}

	/** A number that stands for nothing is itself written, and no seal holds it. */
	private static void word(CanonicalText text, List<String> words, int code) {
		if (code >= 0 && code < words.size()) {
			text.field(words.get(code));
		}
		else {
			text.field(code);
		}
	}

}
