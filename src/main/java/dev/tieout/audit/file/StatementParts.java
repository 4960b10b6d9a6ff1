package dev.tieout.audit.file;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import dev.tieout.audit.Statement;
import dev.tieout.audit.StatementEntry;
import dev.tieout.audit.StatementPart;
import dev.tieout.audit.StatementSink;

/** Takes a statement currency by currency, those without entries included. */
abstract class StatementParts implements StatementSink {

	private Iterator<StatementPart> parts = List.<StatementPart>of().iterator();

	private Optional<StatementPart> part = Optional.empty();

	@Override
	public void begin(Statement statement) throws IOException {
		this.parts = statement.parts().iterator();
		this.part = Optional.empty();
		head(statement);
	}

	@Override
	public void entry(StatementEntry entry) throws IOException {
		while (this.part.filter((at) -> at.currency().equals(entry.amount().currency())).isEmpty()) {
			nextPart();
		}
		row(entry);
	}

	@Override
	public void end() throws IOException {
		while (this.parts.hasNext()) {
			nextPart();
		}
		endPart();
		foot();
	}

	private void nextPart() throws IOException {
		endPart();
		StatementPart next = this.parts.next();
		this.part = Optional.of(next);
		openPart(next);
	}

	private void endPart() throws IOException {
		if (this.part.isPresent()) {
			closePart(this.part.get());
		}
		this.part = Optional.empty();
	}

	abstract void head(Statement statement) throws IOException;

	abstract void openPart(StatementPart part) throws IOException;

	abstract void row(StatementEntry entry) throws IOException;

	abstract void closePart(StatementPart part) throws IOException;

	abstract void foot() throws IOException;

}
