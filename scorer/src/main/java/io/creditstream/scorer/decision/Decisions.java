package io.creditstream.scorer.decision;

import io.creditstream.features.catalog.Applicant;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.schemas.serde.DoubleList;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes down what was decided, with its whole lineage. */
public final class Decisions {

  private Decisions() {}

  /** The decision about an application, superseding none. */
  public static LoanDecision of(
      Applicant applicant, Scored scored, Origin origin, Instant decidedAt) {
    LoanApplication application = applicant.application();
    return new LoanDecision(
        application.getApplicationId(),
        application.getClientId(),
        application.getSubmittedAt(),
        decidedAt.truncatedTo(ChronoUnit.MILLIS),
        scored.outcome(),
        scored.probabilityOfDefault(),
        scored.rawScore(),
        scored.baseValue(),
        scored.model().policy().declineFrom(),
        scored.model().policy().version(),
        scored.model().version(),
        scored.model().sha256(),
        DoubleList.nullable(scored.features()),
        DoubleList.of(scored.explanation().contributions()),
        scored.explanation().reasons(),
        applicant.history().missingSources().stream()
            .map(HistorySource::topic)
            .map(t -> t.name())
            .toList(),
        new SourceRecord(origin.topic(), origin.partition(), origin.offset()),
        origin.traceId(),
        scored.rules(),
        null);
  }
}
