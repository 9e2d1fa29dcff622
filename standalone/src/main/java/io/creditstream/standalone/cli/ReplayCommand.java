package io.creditstream.standalone.cli;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.model.VerifiedModel;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.scorer.model.DecisionModel;
import io.creditstream.scorer.replay.RecordedCase;
import io.creditstream.standalone.recorded.Connection;
import io.creditstream.standalone.recorded.DecisionFilter;
import io.creditstream.standalone.recorded.RecordedCases;
import io.creditstream.standalone.recorded.RecordedDecisions;
import io.creditstream.standalone.recorded.Replays;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "replay",
    description = {
      "Makes recorded decisions again and compares them with the record, to the last bit.",
      "Fails if one differs. With --model, tells what another model would have decided."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

  /** So many decisions at a time share one reading of the topics, and the memory. */
  private static final int BATCH = 5_000;

  @Mixin private RecordedData data = new RecordedData();

  @Option(
      names = "--application",
      paramLabel = "ID",
      description = "Replay the decision about this application.")
  private Optional<String> application = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Replay decisions made from this time on, as in 2026-01-31T12:00:00Z.")
  private Optional<Instant> from = Optional.empty();

  @Option(names = "--to", paramLabel = "TIME", description = "And before this time.")
  private Optional<Instant> to = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "BUNDLE",
      description = {
        "Directory of a bundle: tell what its model would have decided. Decisions that name this",
        "very model are replayed with it, which also serves for models that are no longer kept."
      })
  private Optional<Path> model = Optional.empty();

  @Override
  public Integer call() throws Exception {
    boolean range = from.isPresent() || to.isPresent();
    if (application.isPresent() == range) {
      throw new UsageException("give either --application, or --from and --to", null);
    }
    Predicate<LoanDecision> wanted =
        application
            .map(DecisionFilter::about)
            .orElseGet(() -> DecisionFilter.made(from.orElse(Instant.MIN), to.orElse(Instant.MAX)));
    Optional<Bundle> bundle = model.map(BundleDirectory::read);
    return data.open(connection -> replay(connection, wanted, bundle));
  }

  private int replay(
      Connection connection, Predicate<LoanDecision> wanted, Optional<Bundle> bundle) {
    ReplayText text = new ReplayText(System.out, application.isPresent());
    try (Replays replays = Replays.read(connection, bundle)) {
      ReplayRun replay = new ReplayRun(replays, text);
      if (bundle.isEmpty()) {
        read(connection, wanted, replay::accept);
        requireSome(replay.all());
        replay.finish();
        return 0;
      }
      DecisionModel other = DecisionModel.of(VerifiedModel.verify(bundle.get()));
      try (OtherModelRun comparison =
          new OtherModelRun(replays, other, connection.registry(), System.out)) {
        read(
            connection,
            wanted,
            (decision, recorded) -> {
              if (decision.getModelSha256().equals(other.sha256())) {
                replay.accept(decision, recorded);
              } else {
                comparison.accept(decision, recorded);
              }
            });
        requireSome(replay.all() + comparison.all());
        comparison.finish();
        replay.finish();
        return 0;
      }
    }
  }

  private static void requireSome(long decisions) {
    if (decisions == 0) {
      throw new IllegalStateException("no such decision is recorded: see ./creditstream decisions");
    }
  }

  private static void read(
      Connection connection,
      Predicate<LoanDecision> wanted,
      BiConsumer<LoanDecision, Optional<RecordedCase>> cases) {
    RecordedDecisions.batches(
        connection, wanted, BATCH, batch -> RecordedCases.read(connection, batch, cases));
  }
}
