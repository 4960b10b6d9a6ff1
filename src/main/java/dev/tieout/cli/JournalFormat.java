package dev.tieout.cli;

import java.io.OutputStream;

import dev.tieout.audit.JournalSink;
import dev.tieout.audit.file.JournalCsv;
import dev.tieout.audit.file.JournalHledger;

/** For whom a journal is written. */
enum JournalFormat {

	CSV, HLEDGER;

	JournalSink to(OutputStream out) {
		return (this == CSV) ? new JournalCsv(out) : new JournalHledger(out);
	}

}
