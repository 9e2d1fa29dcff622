package io.creditstream.standalone.cli;

import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.scorer.ScorerConfig;
import io.creditstream.simulator.feed.ConsumerGroupBarrier;
import io.creditstream.simulator.feed.EventFeed;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.simulator.feed.FeedListener;
import io.creditstream.simulator.feed.HistoryBarrier;
import io.creditstream.trainer.ConsoleProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "feed",
    description = "Replays CSV files as events: each client's history, then the application.",
    mixinStandardHelpOptions = true)
final class FeedCommand implements Callable<Integer> {

  private static final int CLIENTS_AHEAD = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Mixin private ConnectionOptions broker = new ConnectionOptions();

  @Mixin private KaggleOptions data = new KaggleOptions();

  @Option(
      names = "--table",
      defaultValue = "APPLICATION_TEST",
      description = "APPLICATION_TEST or APPLICATION_TRAIN (default ${DEFAULT-VALUE}).")
  private KaggleTable table = KaggleTable.APPLICATION_TEST;

  @Option(
      names = "--rate",
      defaultValue = "Infinity",
      description = "Applications a second (default: as fast as possible).")
  private double rate;

  @Option(
      names = "--submitted-at",
      paramLabel = "TIME",
      description = {
        "When the applications count as submitted, as in 2026-01-31T12:00:00Z (default: now).",
        "The same time again repeats a feed; another one makes conflicts of its applications."
      })
  private Optional<Instant> submittedAt = Optional.empty();

  @Option(names = "--applications", paramLabel = "N", description = "Stop after N applications.")
  private Optional<Long> applications = Optional.empty();

  @Option(
      names = "--scorer-group",
      paramLabel = "GROUP",
      defaultValue = ScorerConfig.DEFAULT_APPLICATION_ID,
      description =
          "Consumer group that takes in history before its clients apply; none to not wait"
              + " (default ${DEFAULT-VALUE}).")
  private String scorerGroup = "";

  @Override
  public Integer call() throws Exception {
    requireUsage(table.holdsApplications(), "--table must be a table of applications");
    requireUsage(rate > 0, "--rate must be above 0");
    KaggleDirectory directory = data.open();
    Instant time = submittedAt.orElseGet(Instant::now).truncatedTo(ChronoUnit.MILLIS);
    try (DossierSource dossiers = directory.dossiers(table, SubmissionTimes.at(time))) {
      long total = Math.min(applications.orElse(Long.MAX_VALUE), dossiers.size());
      publish(dossiers, total, time);
      System.out.println(total + " applications with their history published");
    }
    return 0;
  }

  private void publish(DossierSource dossiers, long total, Instant time) throws Exception {
    try (SchemaRegistryClient registry = broker.registry();
        EventPublisher publisher = EventPublisher.connect(broker.client(), registry);
        Admin admin = Admin.create(broker.client());
        ConsoleProgress progress = new ConsoleProgress(System.err)) {
      EventFeed feed =
          new EventFeed(publisher, barrier(admin), listener(progress, total), rate, CLIENTS_AHEAD);
      for (long index = 0; index < total; index++) {
        feed.accept(dossiers.dossier(index, time));
      }
      feed.flush();
    }
  }

  private static void requireUsage(boolean holds, String message) {
    if (!holds) {
      throw new UsageException(message, null);
    }
  }

  private HistoryBarrier barrier(Admin admin) {
    return scorerGroup.equals("none")
        ? HistoryBarrier.none()
        : new ConsumerGroupBarrier(admin, scorerGroup, PATIENCE);
  }

  private static FeedListener listener(ConsoleProgress progress, long total) {
    return new FeedListener() {
      @Override
      public void sending(String applicationId) {}

      @Override
      public void written(long applications) {
        progress.at("Publishing", applications, total);
      }
    };
  }
}
