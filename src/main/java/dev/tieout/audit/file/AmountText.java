package dev.tieout.audit.file;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

import dev.tieout.audit.Total;
import dev.tieout.money.Money;

/** Amounts in a plan: one text such as {@code -12.50 USD}. */
final class AmountText {

	/** Also keeps a number such as 1e999999999 from being written out. */
	private static final Pattern PLAIN = Pattern.compile("-?\\d{1,60}(\\.\\d{1,10})?");

	private AmountText() {
	}

	static final class Writer extends StdSerializer<Total> {

		Writer() {
			super(Total.class);
		}

		@Override
		public void serialize(Total total, JsonGenerator generator, SerializationContext context) {
			generator.writeString(total.toPlainString() + " " + total.currency().getCurrencyCode());
		}

	}

	static final class Reader extends StdDeserializer<Total> {

		Reader() {
			super(Total.class);
		}

		@Override
		public Total deserialize(JsonParser parser, DeserializationContext context) {
			String text = parser.getString();
			String[] words = text.split(" ", -1);
			Currency currency = (words.length == 2) ? Money.currency(words[1]).orElse(null) : null;
			if (currency == null || !PLAIN.matcher(words[0]).matches()) {
				return (Total) context.handleWeirdStringValue(Total.class, text, "expected such as 12.50 USD");
			}
			try {
				return new Total(new BigDecimal(words[0]).movePointRight(currency.getDefaultFractionDigits())
					.toBigIntegerExact(), currency);
			}
			catch (ArithmeticException ex) {
				return (Total) context.handleWeirdStringValue(Total.class, text, "expected such as 12.50 USD");
			}
		}

	}

}
