package io.creditstream.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "config",
    description = {
      "Prints how the other commands would reach brokers and registry with these options.",
      "Each line tells where its value comes from; secrets are not shown."
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
