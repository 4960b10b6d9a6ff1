package dev.tieout.cli;

import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help is laid out: a command's own options first, those of every command below. */
final class Layout {

	private static final String COMMON = "commonOptions";

	private static final int WIDTH = 100;

	private Layout() {
	}

	static void apply(CommandLine commands, Console console) {
		commands.setUsageHelpWidth(Math.min(WIDTH, console.columns()));
		commands
			.setColorScheme(Help.defaultColorScheme((console.ink() == Ink.COLOURED) ? Help.Ansi.ON : Help.Ansi.OFF));
		sections(commands);
	}

	private static void sections(CommandLine command) {
		UsageMessageSpec usage = command.getCommandSpec().usageMessage();
		usage.sortOptions(false).sortSynopsis(false).abbreviateSynopsis(true);
		usage.synopsisHeading("%nUsage: ").parameterListHeading("%nParameters:%n").commandListHeading("%nCommands:%n");
		usage.descriptionHeading((usage.description().length > 0) ? "%n" : "");
		usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, (help) -> options(help, false));
		usage.sectionMap().put(COMMON, (help) -> options(help, true));
		usage.sectionKeys(usage.sectionKeys().stream().flatMap((key) -> {
			boolean last = key.equals(UsageMessageSpec.SECTION_KEY_OPTION_LIST);
			return last ? java.util.stream.Stream.of(key, COMMON) : java.util.stream.Stream.of(key);
		}).toList());
		command.getSubcommands().values().forEach(Layout::sections);
	}

	private static String options(Help help, boolean common) {
		List<OptionSpec> options = help.commandSpec()
			.options()
			.stream()
			.filter((option) -> !option.hidden() && isCommon(option) == common)
			.toList();
		if (options.isEmpty()) {
			return "";
		}
		Help.Layout layout = help.createDefaultLayout();
		layout.addAllOptions(options, help.parameterLabelRenderer());
		String heading = common ? "Options of every command:" : "Options:";
		return "\n" + help.colorScheme().ansi().string("@|bold " + heading + "|@") + "\n" + layout;
	}

	private static boolean isCommon(OptionSpec option) {
		return option.scopeType() == CommandLine.ScopeType.INHERIT;
	}

}
