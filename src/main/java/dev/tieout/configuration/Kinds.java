package dev.tieout.configuration;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tieout.identity.EmailAddress;
import dev.tieout.identity.PlainText;
import dev.tieout.money.Amounts;
import dev.tieout.money.FlatRate;
import dev.tieout.money.Money;
import dev.tieout.money.Percentage;
import dev.tieout.money.Rate;
import dev.tieout.program.DayLimit;
import dev.tieout.program.OrderLimit;

/** The kinds of values that job files and program files have, with their bounds. */
final class Kinds {

	static final Kind<String> TEXT = Kind.of("text", "some text", Optional::of);

	static final Kind<String> NAME = Kind.of("a name",
			"letters, digits, '.', '_' and '-', a letter or digit first, at most 64",
			(text) -> Optional.of(text).filter((name) -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")));

	/** A SKU or a group's name: compared case-sensitively. */
	static final Kind<String> PLAIN_TEXT = Kind.of("a name", "at least one character that is not a blank",
			(text) -> Optional.of(PlainText.of(text)).filter((plain) -> !plain.isEmpty()));

	static final Kind<Boolean> BOOLEAN = Kind.of("a yes or no", "true or false",
			(text) -> text.matches("true|false") ? Optional.of(text.equals("true")) : Optional.empty());

	static final Kind<LocalDate> DATE = Kind.of("a date", "a date that exists, such as 2024-01-31", Kinds::date);

	static final Kind<LocalTime> TIME = Kind.of("a time of day", "hours and minutes such as \"06:00\"", Kinds::time);

	static final Kind<ZoneId> ZONE = Kind.of("a time zone", "an IANA zone such as America/New_York or UTC",
			(text) -> ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty());

	static final Kind<Currency> CURRENCY = Kind.of("a currency", "an ISO 4217 code such as USD", Money::currency);

	static final Kind<EmailAddress> EMAIL = Kind.of("an e-mail address", "an address such as ann@partners.example",
			EmailAddress::parse);

	static final Kind<Percentage> PERCENTAGE = Kind.of("a percentage", "a percentage from 0% to 100%, such as 10%",
			Kinds::percentage);

	static final Kind<Rate> RATE = Kind.of("a rate",
			"a percentage such as 10% or an amount such as 5.00 USD (percentages from 0% to 100%)", Kinds::rate);

	static final Kind<DayLimit> DAY_LIMIT = Kind
		.of("a number of days", "a whole number from 1 to 36500, or lifetime", (text) -> text.equals("lifetime")
				? Optional.of(DayLimit.LIFETIME) : Kind.number(text, 1, 36_500).map(DayLimit::of))
		.orEmptyAs(DayLimit.LIFETIME);

	static final Kind<OrderLimit> ORDER_LIMIT = Kind
		.of("a number of orders", "a whole number from 1 to 1000000, or unlimited", (text) -> text.equals("unlimited")
				? Optional.of(OrderLimit.UNLIMITED) : Kind.number(text, 1, 1_000_000).map(OrderLimit::of))
		.orEmptyAs(OrderLimit.UNLIMITED);

	static final Kind<Duration> DURATION = Kind.of("a duration", "seconds or minutes such as 10s or 2m, at most 60m",
			Kinds::duration);

	static final Kind<String> PATH = Kind.of("a path", "a path, relative to the file it stands in", Kinds::path);

	private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,10})?)%");

	private static final Pattern AMOUNT = Pattern.compile("(\\d[\\d.]*) ([A-Za-z]{3})");

	private static final Pattern SECONDS_OR_MINUTES = Pattern.compile("(\\d{1,4})([sm])");

	private Kinds() {
	}

	static Optional<Percentage> percentage(String text) {
		Matcher matcher = PERCENT.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		BigDecimal number = new BigDecimal(matcher.group(1));
		boolean within = number.compareTo(BigDecimal.valueOf(100)) <= 0;
		return within ? Optional.of(new Percentage(number)) : Optional.empty();
	}

	private static Optional<Rate> rate(String text) {
		Matcher matcher = AMOUNT.matcher(text);
		if (!matcher.matches()) {
			return percentage(text).map(Rate.class::cast);
		}
		return Money.currency(matcher.group(2)).flatMap((currency) -> {
			long minor = Amounts.parse(matcher.group(1), currency.getDefaultFractionDigits());
			return (minor != Amounts.BAD) ? Optional.of(new FlatRate(new Money(minor, currency))) : Optional.empty();
		});
	}

	private static Optional<LocalDate> date(String text) {
		if (!text.matches("\\d{4}-\\d\\d-\\d\\d")) {
			return Optional.empty();
		}
		try {
			return Optional.of(LocalDate.parse(text));
		}
		catch (DateTimeException doesNotExist) {
			return Optional.empty();
		}
	}

	private static Optional<LocalTime> time(String text) {
		if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
			return Optional.empty();
		}
		return Optional.of(LocalTime.parse(text));
	}

	private static Optional<Duration> duration(String text) {
		Matcher matcher = SECONDS_OR_MINUTES.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		long number = Long.parseLong(matcher.group(1));
		Duration duration = matcher.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMinutes(number);
		boolean within = number > 0 && duration.compareTo(Duration.ofMinutes(60)) <= 0;
		return within ? Optional.of(duration) : Optional.empty();
	}

	private static Optional<String> path(String text) {
		try {
			return Optional.of(Path.of(text).toString());
		}
		catch (InvalidPathException notOnThisMachine) {
			return Optional.empty();
		}
	}

}
