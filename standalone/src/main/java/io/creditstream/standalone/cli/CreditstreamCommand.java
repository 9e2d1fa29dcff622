package io.creditstream.standalone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

@Command(
    name = "creditstream",
    description = "Explained credit decisions and honest drift monitoring on Kafka Streams.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      StandaloneCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      FeaturesCommand.class,
      ConfigCommand.class,
      TopicsCommand.class,
      PublishCommand.class,
      RollbackCommand.class,
      RunsCommand.class,
      FeedCommand.class,
      DecisionsCommand.class,
      ReplayCommand.class,
      RescoreCommand.class,
      BacktestCommand.class,
      DlqCommand.class,
      DriftReportCommand.class,
      PopulationCommand.class,
      HelpCommand.class
    })
final class CreditstreamCommand {}
