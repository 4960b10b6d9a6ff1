package dev.tieout.configuration;

/** What a report can be written as. */
public enum ReportFormat {

	HTML, CSV, XLSX

}
