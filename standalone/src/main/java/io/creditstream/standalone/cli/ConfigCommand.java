package io.creditstream.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "config",
    description = {
      "Prints which brokers and which registry the other commands would reach with these options and",
      "how, and where each value comes from; without secrets."
    },
    mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {

  @Mixin private ConnectionOptions broker = new ConnectionOptions();

  @Override
  public Integer call() {
    broker.lines().forEach(System.out::println);
    return 0;
  }
}
