package dev.tieout.job;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, by whichever thread asks first.
 *
 * @param <T> the value
 */
final class Once<T> {

	private final Supplier<T> supplier;

	private @Nullable T value;

	Once(Supplier<T> supplier) {
		this.supplier = supplier;
	}

	synchronized T get() {
		if (this.value == null) {
			this.value = this.supplier.get();
		}
		return this.value;
	}

	/** Lets the value go, which may be large. */
	synchronized void forget() {
		this.value = null;
	}

}
