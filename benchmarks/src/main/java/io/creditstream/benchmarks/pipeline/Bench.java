package io.creditstream.benchmarks.pipeline;

import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.KafkaSettings;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StreamsConfig;

/** What all measurements of a sitting share: the broker, the load, the history that was written. */
final class Bench {

  static final String EXACTLY_ONCE = StreamsConfig.EXACTLY_ONCE_V2;
  static final String AT_LEAST_ONCE = StreamsConfig.AT_LEAST_ONCE;

  private final PipelineOptions options;
  private final Workbench workbench;
  private final Load load;
  private final WrittenHistory history;
  private int runs;

  Bench(PipelineOptions options, Workbench workbench, Load load, WrittenHistory history) {
    this.options = options;
    this.workbench = workbench;
    this.load = load;
    this.history = history;
  }

  PipelineOptions options() {
    return options;
  }

  /** Settings of an application that has never run. */
  KafkaSettings settings() {
    return workbench.kafka("benchmark-" + runs++);
  }

  /** Starts a subject behind all applications so far; returns when history is taken in. */
  Run start(Subject subject, KafkaSettings kafka, String guarantee) {
    workbench.skip(kafka.applicationId(), Topics.APPLICATIONS.name());
    Run run = Run.start(subject, kafka, options.streams(), guarantee);
    if (subject.history()) {
      history.awaitTakenIn(kafka);
    }
    return run;
  }

  Output output(Subject subject) {
    return new Output(workbench, workbench.kafka("benchmark-output"), subject.output());
  }

  /** Lets a subject work off applications that lie on their topic. */
  Drain drain(Run run, Output output, int applications) {
    return drain(run, output, applications, () -> {});
  }

  /** As {@link #drain(Run, Output, int)}, until something else is done, too. */
  Drain drain(Run run, Output output, int applications, Runnable more) {
    List<ProducerRecord<byte[], byte[]>> records = load.prepare(applications);
    run.pause();
    load.send(records);
    CpuTime before = CpuTime.now();
    long start = System.nanoTime();
    run.resume();
    output.await(applications);
    more.run();
    return new Drain((System.nanoTime() - start) / 1e9, CpuTime.now().minus(before));
  }

  /** Sends at a steady rate and gives the latencies. */
  Histogram steady(Output output, double perSecond) {
    int count = (int) Math.max(1, perSecond * options.latencySeconds());
    Histogram latencies = new Histogram(3);
    load.sendMeanwhile(count, perSecond);
    output.await(count, latencies);
    return latencies;
  }
}
