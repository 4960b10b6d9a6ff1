package dev.tieout.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

import dev.tieout.audit.ConnectionState;
import dev.tieout.audit.Export;
import dev.tieout.identity.EmailAddress;

/** How words of the command line become values. */
final class Kinds {

	private Kinds() {
	}

	static void register(CommandLine commands) {
		commands.registerConverter(LocalDate.class, Kinds::date)
			.registerConverter(int.class, Kinds::number)
			.registerConverter(YearMonth.class, Kinds::month)
			.registerConverter(EmailAddress.class, Kinds::address)
			.registerConverter(JournalFormat.class,
					(text) -> Arrays.stream(JournalFormat.values())
						.filter((format) -> format.name().toLowerCase(Locale.ROOT).equals(text))
						.findFirst()
						.orElseThrow(not(text, "csv or hledger")))
			.registerConverter(Export.class,
					(text) -> Export.named(text)
						.orElseThrow(not(text, "one of "
								+ Arrays.stream(Export.values()).map(Export::word).collect(Collectors.joining(", ")))))
			.registerConverter(ConnectionState.class,
					(text) -> ConnectionState.named(text)
						.orElseThrow(not(text,
								"one of " + Arrays.stream(ConnectionState.values())
									.map(ConnectionState::word)
									.collect(Collectors.joining(", ")))));
	}

	static EmailAddress address(String text) {
		return EmailAddress.parse(text).orElseThrow(not(text, "an e-mail address"));
	}

	private static int number(String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			throw not(text, "a number").get();
		}
	}

	private static LocalDate date(String text) {
		try {
			// Java also takes years of five digits and more, with a sign.
			return LocalDate.parse(text.startsWith("+") ? "" : text);
		}
		catch (DateTimeException ex) {
			throw not(text, "a date such as 2026-10-31").get();
		}
	}

	static YearMonth month(String text) {
		try {
			return YearMonth.parse(text.startsWith("+") ? "" : text);
		}
		catch (DateTimeException ex) {
			throw not(text, "a month such as 2026-10").get();
		}
	}

	private static Supplier<TypeConversionException> not(String text, String expected) {
		return () -> new TypeConversionException("'" + text + "' is not " + expected);
	}

}
