package io.creditstream.standalone.run;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.scorer.ScorerConfig;
import io.creditstream.simulator.feed.ConsumerGroupBarrier;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.simulator.population.DriftShift;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.Endpoints;
import io.creditstream.standalone.data.JsonFile;
import io.creditstream.standalone.data.LocalServices;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/** The main job: everything in one process, from an empty directory to a stream of decisions. */
public final class StandaloneRun {

  private static final int REGISTRY_PORT = 3;
  private static final int BROKER_PORT = 4;
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long SHIFT_WITHOUT_END = 5_000;

  private final StandaloneOptions options;
  private final PrintStream out;
  private final DataDirectory directory;

  public StandaloneRun(StandaloneOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.directory = new DataDirectory(options.dataDirectory());
  }

  /**
   * Runs until the applications are through or a stop is asked for, then prints what it came to.
   *
   * @throws RuntimeException whose message says in one line how to mend what stopped it
   */
  public void run(StopSignal stop) {
    FeedPosition position = FeedPositions.load(directory, options);
    try (ApplicationSource source = source(position);
        LocalServices services =
            LocalServices.open(directory, options.port(BROKER_PORT), options.port(REGISTRY_PORT))) {
      Bundle model = ModelInUse.load(directory, source, stop, out);
      Endpoints endpoints = services.endpoints();
      try (SchemaRegistryClient registry =
              SchemaRegistryClients.connect(
                  RegistryConfig.of(endpoints.registryUrl()), RegistryListener.ignoring());
          RunningServices running = RunningServices.start(options, directory, endpoints, model)) {
        running.awaitReady(stop);
        out.print(running.urls());
        out.flush();
        stream(source, position, endpoints, registry, running, model, stop);
      }
    }
  }

  private ApplicationSource source(FeedPosition position) {
    if (options.files().isPresent()) {
      return new FileSource(
          options.files().get(),
          table -> out.println("Without " + table.fileStem() + ": no client has history there"));
    }
    if (!options.drift()) {
      return new SyntheticSource(DriftShift.NONE);
    }
    OptionalLong count = options.applications();
    long half = count.isPresent() ? count.getAsLong() / 2 : SHIFT_WITHOUT_END;
    return new SyntheticSource(DriftShift.from(position.next() + half));
  }

  private void stream(
      ApplicationSource source,
      FeedPosition position,
      Endpoints endpoints,
      SchemaRegistryClient registry,
      RunningServices running,
      Bundle model,
      StopSignal stop) {
    LiveView view = new LiveView(out, System.console() != null);
    try (EventPublisher ofOutcomes = publisher(endpoints, registry);
        EventPublisher publisher = publisher(endpoints, registry)) {
      OutcomeFeed outcomes = new OutcomeFeed(ofOutcomes, options.window());
      try (DecisionWatch watch =
              DecisionWatch.start(endpoints.bootstrapServers(), registry, outcomes::decided);
          ConsumerGroupBarrier barrier = barrier(endpoints);
          ApplicationStream stream =
              new ApplicationStream(
                  source,
                  position,
                  end(source, position),
                  directory.position(),
                  publisher,
                  barrier,
                  watch,
                  options.rate(),
                  outcomes,
                  stop)) {
        stream.start();
        while (!stream.finished()) {
          Pause.of(TICK.dividedBy(10));
          view.tickIfDue(watch, running.drift());
        }
        finish(watch, view, running, model, stop);
      }
    }
  }

  private void finish(
      DecisionWatch watch, LiveView view, RunningServices running, Bundle model, StopSignal stop) {
    awaitDecisions(watch, view, running);
    boolean settled = awaitWindows(watch, view, running, stop);
    view.end();
    report(summary(watch, running, model));
    if (!settled && !stop.isRequested()) {
      throw new IllegalStateException(
          "the drift monitor has not closed its windows; the log tells more: " + directory.log());
    }
  }

  private static EventPublisher publisher(Endpoints endpoints, SchemaRegistryClient registry) {
    return EventPublisher.connect(
        Map.of("bootstrap.servers", endpoints.bootstrapServers()), registry);
  }

  private static ConsumerGroupBarrier barrier(Endpoints endpoints) {
    return new ConsumerGroupBarrier(
        Admin.create(Map.of("bootstrap.servers", endpoints.bootstrapServers())),
        ScorerConfig.DEFAULT_APPLICATION_ID,
        PATIENCE);
  }

  private long end(ApplicationSource source, FeedPosition position) {
    if (options.applications().isPresent()) {
      return position.next() + options.applications().getAsLong();
    }
    if (source.size().isEmpty()) {
      return Long.MAX_VALUE;
    }
    long size = source.size().getAsLong();
    return (position.next() / size + 1) * size;
  }

  /** Waits until the stream is through, as long as it moves. */
  private void awaitDecisions(DecisionWatch watch, LiveView view, RunningServices running) {
    long seen = -1;
    long movedNanos = System.nanoTime();
    while (!watch.complete()) {
      if (watch.decided() != seen) {
        seen = watch.decided();
        movedNanos = System.nanoTime();
      }
      if (System.nanoTime() - movedNanos > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "%d of %d applications are not decided and the stream stands still; the log tells more: %s"
                .formatted(watch.sent() - watch.decided(), watch.sent(), directory.log()));
      }
      Pause.of(TICK.dividedBy(10));
      view.tickIfDue(watch, running.drift());
    }
  }

  /** Waits until the drift monitor has closed the windows of all decisions; whether it has. */
  private static boolean awaitWindows(
      DecisionWatch watch, LiveView view, RunningServices running, StopSignal stop) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!running.drift().settled() && System.nanoTime() < deadline && !stop.isRequested()) {
      Pause.of(TICK.dividedBy(10));
      view.tickIfDue(watch, running.drift());
    }
    return running.drift().settled();
  }

  private void report(RunSummary summary) {
    out.print(SummaryText.of(summary));
    options.summary().ifPresent(file -> JsonFile.write(file, summary));
  }

  private static RunSummary summary(DecisionWatch watch, RunningServices running, Bundle model) {
    Map<String, Long> outcomes = new TreeMap<>();
    for (DecisionOutcome outcome : DecisionOutcome.values()) {
      outcomes.put(outcome.name(), watch.decided(outcome));
    }
    double seconds = watch.seconds();
    ScorerFigures scorer = running.scorer();
    return new RunSummary(
        watch.sent(),
        watch.decided(),
        outcomes,
        watch.deadLetters(),
        scorer.duplicates(),
        seconds,
        seconds > 0 ? watch.decided() / seconds : 0,
        watch.latencyMillis(50),
        watch.latencyMillis(99),
        model.manifest().version(),
        model.manifest().modelSha256(),
        scorer.engine(),
        scorer.scoringMicros(),
        model.summary().auc(),
        running.drift().statusByFeature(),
        running.drift().windowsClosed());
  }
}
