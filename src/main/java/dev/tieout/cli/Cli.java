package dev.tieout.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import picocli.CommandLine;

import dev.tieout.audit.PrintableText;

/**
 * The command line as a whole: which commands there are, and what becomes of their
 * errors.
 */
public final class Cli {

	private final Settings settings;

	private final Services services;

	private final Console console;

	private final Termination termination = new Termination();

	/**
	 * Creates the command line.
	 * @param services where commands get what they work with
	 * @param console where they print
	 * @param home where Tieout is installed, whose {@code jobs} and {@code data} are used
	 * where the working directory has none
	 */
	public Cli(Services services, Console console, Optional<Path> home) {
		this.settings = new Settings(home);
		this.services = services;
		this.console = console;
	}

	/**
	 * Does what the arguments ask for.
	 * @param arguments of the process
	 * @return the exit code, as in jobs.md
	 */
	public int run(String... arguments) {
		int code = ended(commands().execute(arguments));
		this.termination.finished(code);
		return code;
	}

	/** Results that could not be written are an error, even where all else went well. */
	private int ended(int code) {
		return this.console.flush().map((failure) -> Math.max(code, unwritten(failure))).orElse(code);
	}

	/** Whoever reads the output may have had enough of it, as head does: no message. */
	private int unwritten(IOException failure) {
		return String.valueOf(failure.getMessage()).contains("Broken pipe") ? ExitCode.FAILED.number()
				: failed(failure);
	}

	private CommandLine commands() {
		Workplace workplace = new Workplace(this.settings, this.services, this.console, this.termination);
		CommandLine runs = new CommandLine(new RunsCommand(workplace)).addSubcommand(new RunsShowCommand(workplace))
			.addSubcommand(new RunsStopCommand(workplace))
			.addSubcommand(new RunsResumeCommand(workplace))
			.addSubcommand(new RunsAbandonCommand(workplace));
		CommandLine program = new CommandLine(new ProgramCommand(workplace))
			.addSubcommand(new ProgramShowCommand(workplace))
			.addSubcommand(new ProgramDiffCommand(workplace))
			.addSubcommand(new ProgramAcceptCommand(workplace));
		CommandLine period = new CommandLine(new PeriodCommand(workplace))
			.addSubcommand(new PeriodCloseCommand(workplace))
			.addSubcommand(new PeriodReopenCommand(workplace));
		CommandLine export = new CommandLine(new ExportCommand(workplace))
			.addSubcommand(new ExportJournalCommand(workplace));
		CommandLine all = new CommandLine(new RootCommand(this.settings, this.console))
			.addSubcommand(new RunCommand(workplace))
			.addSubcommand(new RerunCommand(workplace))
			.addSubcommand(new PlanCommand(workplace))
			.addSubcommand(new ApplyCommand(workplace))
			.addSubcommand(new ServeCommand(workplace))
			.addSubcommand(new ScheduleCommand(workplace))
			.addSubcommand(runs)
			.addSubcommand(new ExplainCommand(workplace))
			.addSubcommand(new BalancesCommand(workplace))
			.addSubcommand(new StatementCommand(workplace))
			.addSubcommand(new ConnectionsCommand(workplace))
			.addSubcommand(export)
			.addSubcommand(new ConnectCommand(workplace))
			.addSubcommand(new DisconnectCommand(workplace))
			.addSubcommand(period)
			.addSubcommand(program)
			.addSubcommand(new ForgetCommand(workplace))
			.addSubcommand(new VerifyCommand(workplace))
			.addSubcommand(new AuditCommand(workplace))
			.addSubcommand(new EvidenceCommand(workplace));
		return configured(all);
	}

	private CommandLine configured(CommandLine all) {
		Kinds.register(all);
		Layout.apply(all, this.console);
		all.setOut(writer(this.console.out())).setErr(writer(this.console.err()));
		all.getCommandSpec().versionProvider(Cli::version);
		all.setExecutionStrategy((parsed) -> {
			// Before anything logs: what went wrong is said in a person's words instead.
			System.setProperty("tieout.log", this.settings.debug() ? "INFO" : "OFF");
			return new CommandLine.RunLast().execute(parsed);
		});
		all.setParameterExceptionHandler((ex, arguments) -> Misuse.explain(ex, this.console));
		all.setExecutionExceptionHandler((ex, command, parsed) -> failed(ex));
		return all;
	}

	private static PrintWriter writer(java.io.PrintStream stream) {
		return new PrintWriter(stream, true, StandardCharsets.UTF_8);
	}

	private static String[] version() {
		String version = Cli.class.getPackage().getImplementationVersion();
		return new String[] { "Tieout " + ((version != null) ? version : "in development") };
	}

	private int failed(Exception cause) {
		Failure failure = this.services.failure(cause);
		failure.message().lines().forEach((line) -> this.console.err().println("tieout: " + line));
		if (this.settings.debug()) {
			StringWriter trace = new StringWriter();
			cause.printStackTrace(new PrintWriter(trace));
			this.console.err().print(PrintableText.harmless(trace.toString()));
		}
		return failure.exitCode();
	}

}
