package dev.tieout.orders;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * Digests an order's content in a canonical form: fixed order, texts and lists with their
 * length in front, so that no two contents have one form. The form's number is part of
 * it.
 */
final class ContentDigest {

	private static final byte FORM = 1;

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	/** Kept per thread: making a digest costs as much as using it. */
	private static final ThreadLocal<ContentDigest> OWN = ThreadLocal.withInitial(ContentDigest::new);

	private final MessageDigest sha256;

	private byte[] bytes = new byte[1024];

	private int length;

	private ContentDigest() {
		try {
			this.sha256 = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException("every Java has SHA-256", missing);
		}
	}

	static UUID of(OrderContent order) {
		return OWN.get().digest(order);
	}

	private UUID digest(OrderContent order) {
		this.length = 0;
		append(FORM);
		identity(order);
		amounts(order);
		append(order.coupons().size());
		order.coupons().forEach(this::append);
		append(order.lines().size());
		order.lines().forEach(this::append);
		this.sha256.update(this.bytes, 0, this.length);
		ByteBuffer digest = ByteBuffer.wrap(this.sha256.digest());
		return new UUID(digest.getLong(), digest.getLong());
	}

	private void identity(OrderContent order) {
		append(order.orderId());
		append(order.orderNumber());
		append(order.orderedAt());
		append(order.customerEmail());
		append(order.customerName());
		append(order.refCode());
		append(order.revisedAt().isPresent() ? 1 : 0);
		order.revisedAt().ifPresent(this::append);
		append(order.status().word());
		append(order.taxTreatment().name());
		append(order.totalsMismatch() ? 1 : 0);
	}

	private void amounts(OrderContent order) {
		append(order.currency().getCurrencyCode());
		append(order.subtotal());
		append(order.discount());
		append(order.shipping());
		append(order.tax());
		append(order.duties());
		append(order.tip());
		append(order.total());
		append(order.refunded());
	}

	private void append(OrderLine line) {
		append(line.sku());
		append(line.name());
		append(line.quantity());
		append(line.price());
		append(line.discount());
		append(line.net());
	}

	private void append(BigDecimal value) {
		append((value.signum() == 0) ? "0" : value.stripTrailingZeros().toString());
	}

	private void append(Instant instant) {
		append(instant.getEpochSecond());
		append(instant.getNano());
	}

	private void append(String text) {
		byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
		append(encoded.length);
		room(encoded.length);
		System.arraycopy(encoded, 0, this.bytes, this.length, encoded.length);
		this.length += encoded.length;
	}

	private void append(long value) {
		room(Long.BYTES);
		LONG.set(this.bytes, this.length, value);
		this.length += Long.BYTES;
	}

	private void room(int more) {
		if (this.length + more > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.length + more, this.bytes.length * 2));
		}
	}

}
