package io.creditstream.standalone.cli;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.RescoreRequest;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.standalone.recorded.Connection;
import io.creditstream.standalone.recorded.CurrentDecisions;
import io.creditstream.standalone.recorded.RecordedCases;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  private long sent;
  private long gone;

  @Override
  public Integer call() throws Exception {
    boolean range = from.isPresent() || to.isPresent();
    if (application.isPresent() == range) {
      throw new UsageException("give either --application, or --from and --to", null);
    }
    data.open(
        connection -> {
          send(connection, wanted(connection));
          return 0;
        });
    System.out.printf(
        "%d applications to be decided anew: ./creditstream decisions shows the new ones%n", sent);
    if (gone > 0) {
      throw new IllegalStateException(
          gone + " applications are no longer in the topics and cannot be decided anew");
    }
    return 0;
  }

  private List<LoanDecision> wanted(Connection connection) {
    List<LoanDecision> wanted =
        application
            .map(id -> CurrentDecisions.about(connection, id).stream().toList())
            .orElseGet(
                () ->
                    CurrentDecisions.made(
                        connection, from.orElse(Instant.MIN), to.orElse(Instant.MAX)));
    if (wanted.isEmpty()) {
      throw new IllegalStateException("no such decision is recorded: see ./creditstream decisions");
    }
    return wanted;
  }

  private void send(Connection connection, List<LoanDecision> decisions) {
    try (EventPublisher publisher =
        EventPublisher.connect(connection.client(), connection.registry())) {
      RecordedCases.applications(
          connection,
          decisions,
          (decision, found) ->
              found.ifPresentOrElse(recorded -> send(publisher, decision, recorded), () -> gone++));
      publisher.flush();
    }
  }

  private void send(EventPublisher publisher, LoanDecision decision, LoanApplication recorded) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    publisher.send(
        Topics.RESCORE_REQUESTS,
        decision.getClientId(),
        new RescoreRequest(recorded, decision.getDecidedAt(), now));
    sent++;
  }
}
