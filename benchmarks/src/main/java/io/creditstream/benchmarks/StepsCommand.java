package io.creditstream.benchmarks;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the steps. */
@Command(
    name = "steps",
    mixinStandardHelpOptions = true,
    description = "Measures score, explanation, features, decoding and drift by JMH.")
final class StepsCommand implements Callable<Integer> {

  @Option(names = "--only", description = "regular expression of the benchmarks to run")
  private String only = ".*";

  @Option(names = "--bundle", description = "a bundle to measure in place of the fitted models")
  private @Nullable String bundle;

  @Option(names = "--short", description = "short and inexact, to try it out")
  private boolean quick;

  @Override
  public Integer call() throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("io.creditstream.benchmarks.steps." + only)
            .jvmArgsAppend("-XX:+UseSerialGC");
    if (bundle != null) {
      options.jvmArgsAppend("-Dbenchmarks.bundle=" + bundle).param("trees", "0");
    }
    if (quick) {
      options.warmupIterations(1).measurementIterations(1).measurementTime(TimeValue.seconds(1));
    }
    new Runner(options.build()).run();
    System.out.println(Machine.describe());
    return 0;
  }
}
