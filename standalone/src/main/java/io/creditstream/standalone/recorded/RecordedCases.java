package io.creditstream.standalone.recorded;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.scorer.replay.RecordedCase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Puts together all that the topics hold about some decisions. */
public final class RecordedCases {

  private RecordedCases() {}

  /**
   * Reads the applications of some decisions and hands each on with its decision; an empty one
   * where the record that a decision names as its source is none, or no longer there.
   */
  public static void applications(
      Connection connection,
      List<LoanDecision> decisions,
      BiConsumer<LoanDecision, Optional<LoanApplication>> applications) {
    try (TopicScan scan = new TopicScan(connection.client())) {
      RecordedApplications found = RecordedApplications.read(connection, scan, decisions);
      for (LoanDecision decision : decisions) {
        applications.accept(
            decision, found.at(decision.getSource()).map(RecordedApplications.Source::application));
      }
    }
  }

  /**
   * Reads applications and history of some decisions and hands each case on; an empty one where the
   * record that a decision names as its source is no application, or no longer there.
   */
  public static void read(
      Connection connection,
      List<LoanDecision> decisions,
      BiConsumer<LoanDecision, Optional<RecordedCase>> cases) {
    Set<String> clients = new HashSet<>();
    Set<Integer> partitions = new HashSet<>();
    for (LoanDecision decision : decisions) {
      clients.add(decision.getClientId());
      partitions.add(decision.getSource().getPartition());
    }
    try (TopicScan scan = new TopicScan(connection.client())) {
      RecordedApplications applications = RecordedApplications.read(connection, scan, decisions);
      RecordedHistory history = RecordedHistory.read(scan, clients, partitions);
      for (LoanDecision decision : decisions) {
        cases.accept(
            decision,
            applications
                .at(decision.getSource())
                .map(
                    source ->
                        new RecordedCase(
                            decision,
                            source.application(),
                            source.origin(),
                            history.of(decision.getClientId()))));
      }
    }
  }
}
