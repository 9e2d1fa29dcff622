package io.creditstream.schemas.serde;

import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SourceRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A decision with values in every field. */
final class DecisionSample {

  private DecisionSample() {}

  static LoanDecision decision() {
    return LoanDecision.newBuilder()
        .setApplicationId("canary-application")
        .setClientId("canary-client")
        .setSubmittedAt(Instant.ofEpochMilli(1))
        .setDecidedAt(Instant.ofEpochMilli(2))
        .setOutcome(DecisionOutcome.REFERRED)
        .setProbabilityOfDefault(0.25)
        .setRawScore(-1.1)
        .setBaseValue(-2)
        .setThreshold(0.5)
        .setPolicyVersion("p1")
        .setModelVersion("m1")
        .setModelSha256("00ff")
        .setFeatures(Arrays.asList(1.0, null, -0.0))
        .setContributions(List.of(0.5, 0.4, 0.0))
        .setReasons(List.of())
        .setMissingSources(List.of("credit.bureau-credits.v1"))
        .setSource(new SourceRecord("credit.applications.v1", 0, 7L))
        .setTraceId("0af7651916cd43dd8448eb211c80319c")
        .build();
  }
}
