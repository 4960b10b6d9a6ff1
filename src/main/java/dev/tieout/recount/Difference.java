package dev.tieout.recount;

/**
 * Something that is stored otherwise than it is computed.
 *
 * @param order store, slash and order id, or empty where it is about no order
 * @param place the file's base name and the line, or empty
 * @param subject what of it
 * @param expected what it comes to; amounts in minor units
 * @param found what is stored
 */
public record Difference(String order, String place, String subject, String expected, String found) {

	/**
	 * Returns this as a sentence.
	 * @return one line without a line feed
	 */
	public String sentence() {
		StringBuilder text = new StringBuilder();
		if (!this.order.isEmpty()) {
			text.append("order ").append(this.order);
		}
		if (!this.place.isEmpty()) {
			text.append(text.isEmpty() ? "" : ", ").append(this.place);
		}
		return text.append(text.isEmpty() ? "" : ", ")
			.append(this.subject)
			.append(": expected ")
			.append(this.expected)
			.append(", found ")
			.append(this.found)
			.toString();
	}

}
