package dev.tieout.torture;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Says of every failure with which seed and by which command it comes again, and notes
 * how long a class took.
 */
final class Replay implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler,
		BeforeAllCallback, AfterAllCallback {

	private static final Namespace OWN = Namespace.create(Replay.class);

	@Override
	public void beforeAll(ExtensionContext context) {
		context.getStore(OWN).put("start", System.nanoTime());
	}

	@Override
	public void afterAll(ExtensionContext context) {
		Long start = context.getStore(OWN).get("start", Long.class);
		if (start != null) {
			Figures.note("seconds", context.getRequiredTestClass().getSimpleName(),
					Math.round((System.nanoTime() - start) / 1e9));
		}
	}

	@Override
	public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
		throw named(context, thrown);
	}

	@Override
	public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
		throw named(context, thrown);
	}

	@Override
	public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
		throw named(context, thrown);
	}

	private static Throwable named(ExtensionContext context, Throwable thrown) {
		if (thrown instanceof org.opentest4j.TestAbortedException) {
			return thrown;
		}
		return new AssertionError("with seed %d; again with%n%s%n%s".formatted(Torture.SEED,
				Torture.again(context.getRequiredTestClass()), thrown.getMessage()), thrown);
	}

}
