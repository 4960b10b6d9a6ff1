package dev.tieout.records;

import java.nio.file.Path;

/**
 * A file that fails as a whole (files.md, Reading). The message is for a person and names
 * the file.
 */
public final class UnusableFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Code code;

	UnusableFileException(Code code, Path file, String what) {
		super(file.getFileName() + what);
		this.code = code;
	}

	UnusableFileException(Code code, Path file, String what, Throwable cause) {
		super(file.getFileName() + what, cause);
		this.code = code;
	}

	public Code code() {
		return this.code;
	}

	/** What makes a file unusable. */
	public enum Code {

		/** The header lacks a required column. */
		MISSING_COLUMN,

		/** A used column stands in the header twice. */
		DUPLICATE_COLUMN,

		/** The header is no header: NUL characters, text after a closing quote. */
		BAD_HEADER,

		/** Bytes that are not UTF-8. */
		NOT_UTF8,

		/** The file ends inside a quoted cell. */
		UNCLOSED_QUOTE,

		/** The file does not exist, may not be read, or reading broke off. */
		UNREADABLE

	}

}
