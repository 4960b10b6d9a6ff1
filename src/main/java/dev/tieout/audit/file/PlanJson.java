package dev.tieout.audit.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import dev.tieout.audit.Fingerprint;
import dev.tieout.audit.Plan;
import dev.tieout.audit.PrintableText;
import dev.tieout.audit.Total;

/**
 * A plan's document: JSON in a fixed form, so that a plan has exactly one text. Reading
 * is strict: what would not be written again byte for byte is no plan.
 */
public final class PlanJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
				DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
				DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
		.addModule(new SimpleModule().addSerializer(new AmountText.Writer())
			.addDeserializer(Total.class, new AmountText.Reader()))
		.build();

	private static final int LONGEST_FORMAT = 60;

	private PlanJson() {
	}

	/**
	 * Returns a plan's document.
	 * @param plan the plan
	 * @return UTF-8, ended by a line feed
	 */
	public static byte[] write(Plan plan) {
		// Lines end alike on every system: the document is known by its bytes.
		String text = MAPPER.writeValueAsString(plan).replace("\r\n", "\n") + "\n";
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Reads a document.
	 * @param document its bytes
	 * @return the plan
	 * @throws PlanFormatException if it is not as {@link #write} writes it
	 */
	public static Plan read(byte[] document) {
		@Nullable Plan plan;
		try {
			plan = MAPPER.readValue(document, Plan.class);
		}
		catch (JacksonException ex) {
			@Nullable TokenStreamLocation place = ex.getLocation();
			int line = (place != null) ? Math.max(place.getLineNr(), 1) : 1;
			throw new PlanFormatException("its line " + line + " is not as Tieout writes it");
		}
		if (plan == null) {
			throw new PlanFormatException("its text is empty");
		}
		if (!plan.format().equals(Plan.FORMAT)) {
			throw new PlanFormatException("its format is '%s', and this Tieout knows '%s'"
				.formatted(PrintableText.shortened(plan.format(), LONGEST_FORMAT), Plan.FORMAT));
		}
		if (!Arrays.equals(write(plan), document)) {
			throw new PlanFormatException("its text has been changed");
		}
		return plan;
	}

	/**
	 * Returns a fingerprint as text, for the database to keep.
	 * @param fingerprint the fingerprint
	 * @return JSON
	 */
	public static String write(Fingerprint fingerprint) {
		return MAPPER.writeValueAsString(fingerprint);
	}

	/**
	 * Reads what {@link #write(Fingerprint)} has written.
	 * @param text JSON
	 * @return the fingerprint
	 */
	public static Fingerprint readFingerprint(String text) {
		return MAPPER.readValue(text, Fingerprint.class);
	}

}
