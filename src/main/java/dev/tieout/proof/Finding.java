package dev.tieout.proof;

/**
 * Something that is not as it was sealed.
 *
 * @param subject what, with its number: {@code entry 17}, {@code file 3 (orders-1.csv)}
 * @param wrong what of it is wrong, and where it was sealed
 * @param says what the database says now
 * @param should what it should say, as far as that can be told
 */
public record Finding(String subject, String wrong, String says, String should) {

	/**
	 * Returns this as a sentence.
	 * @return one line without a line feed
	 */
	public String sentence() {
		return this.subject + ": " + this.wrong + (this.says.isEmpty() ? "" : "; says " + this.says)
				+ (this.should.isEmpty() ? ""
						: (this.says.isEmpty() ? "; should say " : ", should say ") + this.should);
	}

}
