package io.creditstream.standalone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

@Command(
    name = "dlq",
    description = "Shows records that were set aside, and sends them again once mended.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {DlqListCommand.class, DlqReplayCommand.class, HelpCommand.class})
final class DlqCommand {}
