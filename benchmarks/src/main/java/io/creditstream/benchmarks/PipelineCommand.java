package io.creditstream.benchmarks;

import io.creditstream.benchmarks.pipeline.Pipeline;
import io.creditstream.benchmarks.pipeline.PipelineOptions;
import io.creditstream.service.streams.StreamsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the pipeline. */
@Command(
    name = "pipeline",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures the scorer beside simpler topologies on one broker, in one sitting.")
final class PipelineCommand implements Callable<Integer> {

  private static final StreamsSettings DEFAULTS = StreamsSettings.ofThreads(1);

  @Option(names = "--clients", description = "clients with history")
  private int clients = 2000;

  @Option(names = "--applications", description = "applications of one measurement of the scorer")
  private int applications = 40_000;

  @Option(names = "--repeats", description = "measurements of each figure; the median counts")
  private int repeats = 3;

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(names = "--declined", description = "share of declined clients")
  private double declined = 0.2;

  @Option(names = "--threads", description = "stream threads")
  private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

  @Option(names = "--cache", description = "on-heap cache of the stores, in MiB")
  private long cache = DEFAULTS.cacheBytes() >> 20;

  @Option(names = "--rocksdb", description = "native memory of the stores, in MiB")
  private long rocksDb = DEFAULTS.rocksDbBytes() >> 20;

  @Option(names = "--seconds", description = "length of one measurement of latency")
  private int seconds = 20;

  @Option(
      names = "--topologies",
      split = ",",
      description = "the topologies to measure by their letters, without latency and state")
  private Set<String> topologies = Set.of();

  @Option(
      names = "--client",
      description = "a property of the Kafka clients to try, such as producer.linger.ms=50")
  private Map<String, String> client = Map.of();

  @Option(
      names = "--monitor",
      description = "measure only what a drift monitor beside the scorer costs")
  private boolean monitor;

  @Option(
      names = "--rate",
      defaultValue = "0",
      description = "measure only latency, at so many applications a second")
  private double rate;

  @Option(names = "--short", description = "few clients and applications, to try it out")
  private boolean quick;

  @Override
  public Integer call() throws IOException {
    Path directory = Files.createTempDirectory("creditstream-benchmarks-");
    try {
      System.out.println(Machine.describe());
      StreamsSettings streams =
          new StreamsSettings(threads, DEFAULTS.commitInterval(), cache << 20, rocksDb << 20, 0);
      PipelineOptions options =
          quick
              ? new PipelineOptions(
                  directory, 300, 2000, 1, model.choice(declined), streams, 3, topologies, client)
              : new PipelineOptions(
                  directory,
                  clients,
                  applications,
                  repeats,
                  model.choice(declined),
                  streams,
                  seconds,
                  topologies,
                  client);
      if (monitor) {
        Pipeline.measureMonitor(options, System.out);
      } else if (rate > 0) {
        Pipeline.measureLatency(options, rate, System.out);
      } else {
        Pipeline.measure(options, System.out);
      }
      return 0;
    } finally {
      Directories.delete(directory);
    }
  }
}
