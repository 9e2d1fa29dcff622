package io.creditstream.standalone.cli;

import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.standalone.recorded.Connection;
import io.creditstream.standalone.recorded.CurrentDecisions;
import io.creditstream.standalone.recorded.RescoreRequests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "rescore",
    description = {
      "Asks the scorer to decide applications anew, with the history and the model of now.",
      "Each new decision names the one that it supersedes, which stays recorded.",
      "Asking twice changes nothing."
    },
    mixinStandardHelpOptions = true)
final class RescoreCommand implements Callable<Integer> {

  /** So many decisions at a time share one reading of the applications, and the memory. */
  private static final int BATCH = 5_000;

  @Mixin private RecordedData data = new RecordedData();

  @Option(names = "--application", paramLabel = "ID", description = "Decide this application anew.")
  private Optional<String> application = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Those whose decision was made from this time on, as in 2026-01-31T12:00:00Z.")
  private Optional<Instant> from = Optional.empty();

  @Option(names = "--to", paramLabel = "TIME", description = "And before this time.")
  private Optional<Instant> to = Optional.empty();

  @Override
  public Integer call() throws Exception {
    boolean range = from.isPresent() || to.isPresent();
    if (application.isPresent() == range) {
      throw new UsageException("give either --application, or --from and --to", null);
    }
    RescoreRequests.Done done = data.open(this::send);
    if (done.sent() + done.gone() == 0) {
      throw new IllegalStateException("no such decision is recorded: see ./creditstream decisions");
    }
    System.out.printf(
        "%d applications to be decided anew: ./creditstream decisions shows the new ones%n",
        done.sent());
    if (done.gone() > 0) {
      throw new IllegalStateException(
          done.gone() + " applications are no longer in the topics and cannot be decided anew");
    }
    return 0;
  }

  private RescoreRequests.Done send(Connection connection) {
    try (EventPublisher publisher =
        EventPublisher.connect(connection.client(), connection.registry())) {
      RescoreRequests requests = new RescoreRequests(connection, publisher);
      application.ifPresentOrElse(
          id ->
              CurrentDecisions.about(connection, id)
                  .ifPresent(decision -> requests.send(List.of(decision))),
          () ->
              CurrentDecisions.made(
                  connection,
                  from.orElse(Instant.MIN),
                  to.orElse(Instant.MAX),
                  BATCH,
                  requests::send));
      return requests.done();
    }
  }
}
