package io.creditstream.drift;

import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.measurement.Population.Change;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SourceRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes decisions on vectors of a population. */
public final class DecisionFactory {

  private final Population population;
  private final String modelSha256;
  private final Random random = new Random(99);
  private int number;

  public DecisionFactory(Population population, String modelSha256) {
    this.population = population;
    this.modelSha256 = modelSha256;
  }

  public LoanDecision at(Instant submitted) {
    return at(submitted, Change.none());
  }

  public LoanDecision at(Instant submitted, Change change) {
    number++;
    double[] vector = change.of(population.vector(random), random);
    return LoanDecision.newBuilder()
        .setApplicationId("application-" + number)
        .setClientId("client-" + number)
        .setSubmittedAt(submitted)
        .setDecidedAt(submitted)
        .setOutcome(DecisionOutcome.APPROVED)
        .setProbabilityOfDefault(population.score(random))
        .setRawScore(-2.0)
        .setBaseValue(-2.5)
        .setThreshold(0.1)
        .setPolicyVersion("policy")
        .setModelVersion(modelSha256.substring(0, 12))
        .setModelSha256(modelSha256)
        .setFeatures(Arrays.stream(vector).mapToObj(DecisionFactory::nullable).toList())
        .setContributions(List.of())
        .setReasons(List.of())
        .setMissingSources(List.of())
        .setSource(new SourceRecord("credit.applications.v1", 0, (long) number))
        .setTraceId("0".repeat(32))
        .build();
  }

  private static Double nullable(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
