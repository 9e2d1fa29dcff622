package io.creditstream.standalone.cli;

import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.simulator.feed.EventFeed;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.simulator.feed.FeedListener;
import io.creditstream.trainer.ConsoleProgress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "feed",
    description = "Replays CSV files as events: each client's history, then the application.",
    mixinStandardHelpOptions = true)
final class FeedCommand implements Callable<Integer> {

  private static final int CLIENTS_AHEAD = 200;

  @Mixin private BrokerOptions broker = new BrokerOptions();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Directory with the tables in the Kaggle layout, .csv or .csv.gz.")
  private Path data = Path.of(".");

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

  @Option(names = "--applications", paramLabel = "N", description = "Stop after N applications.")
  private Optional<Long> applications = Optional.empty();

  @Override
  public Integer call() throws Exception {
    DossierSource dossiers = KaggleDirectory.open(data).dossiers(table, index -> Instant.now());
    long total = Math.min(applications.orElse(Long.MAX_VALUE), dossiers.size());
    try (SchemaRegistryClient registry = broker.registry();
        EventPublisher publisher = EventPublisher.connect(broker.client(), registry);
        ConsoleProgress progress = new ConsoleProgress(System.err)) {
      EventFeed feed = new EventFeed(publisher, listener(progress, total), rate, CLIENTS_AHEAD);
      for (long index = 0; index < total; index++) {
        feed.accept(dossiers.dossier(index, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
      }
      feed.flush();
    }
    System.out.println(total + " applications with their history published");
    return 0;
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
