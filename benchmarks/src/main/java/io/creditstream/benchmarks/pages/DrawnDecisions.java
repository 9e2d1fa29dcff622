package io.creditstream.benchmarks.pages;

import io.creditstream.advisor.models.KnownModel;
import io.creditstream.advisor.store.Batch;
import io.creditstream.advisor.store.Batch.ReadApplication;
import io.creditstream.advisor.store.Batch.ReadDecision;
import io.creditstream.advisor.store.CaseStore;
import io.creditstream.advisor.store.Partition;
import io.creditstream.advisor.store.Place;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Decisions with values that are drawn, written as the intake writes them. */
final class DrawnDecisions {

  private static final int BATCH = 2_000;
  private static final double THRESHOLD = 0.1;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final KnownModel model;
  private final Random random = new Random(1);

  DrawnDecisions(KnownModel model) {
    this.model = model;
  }

  void write(CaseStore store, int count) {
    for (int first = 0; first < count; first += BATCH) {
      List<ReadApplication> applications = new ArrayList<>();
      List<ReadDecision> decisions = new ArrayList<>();
      for (int i = first; i < Math.min(count, first + BATCH); i++) {
        Place place = new Place(0, i);
        applications.add(new ReadApplication(place, application(i)));
        decisions.add(new ReadDecision(place, decision(i), Optional.of(model.dictionary())));
      }
      store.write(
          new Batch(
              applications,
              decisions,
              List.of(),
              Map.of(
                  new Partition(Topics.APPLICATIONS.name(), 0), (long) first + BATCH,
                  new Partition(Topics.DECISIONS.name(), 0), (long) first + BATCH)));
    }
  }

  private LoanApplication application(int i) {
    LoanApplication application = new LoanApplication();
    application.setApplicationId("A" + i);
    application.setClientId("C" + i);
    application.setSubmittedAt(START.plusSeconds(i));
    application.setNameContractType(i % 10 == 0 ? "Revolving loans" : "Cash loans");
    application.setAmtIncomeTotal((double) Math.round(Math.exp(11.5 + random.nextGaussian() / 2)));
    application.setAmtCredit((double) Math.round(Math.exp(13 + random.nextGaussian() / 2)));
    application.setDaysBirth(-7_500 - random.nextInt(17_000));
    application.setNameFamilyStatus(i % 3 == 0 ? "Married" : "Separated");
    application.setNameIncomeType(i % 4 == 0 ? "State servant" : "Working");
    application.setRegionRatingClient(1 + i % 3);
    return application;
  }

  /** Refused ones are explained, as the scorer does. */
  private LoanDecision decision(int i) {
    double probability = 1 / (1 + Math.exp(3 - random.nextGaussian()));
    boolean declined = probability >= THRESHOLD;
    LoanDecision decision = new LoanDecision();
    decision.setApplicationId("A" + i);
    decision.setClientId("C" + i);
    decision.setSubmittedAt(START.plusSeconds(i));
    decision.setDecidedAt(START.plusSeconds(i));
    decision.setOutcome(declined ? DecisionOutcome.DECLINED : DecisionOutcome.APPROVED);
    decision.setProbabilityOfDefault(probability);
    decision.setRawScore(Math.log(probability / (1 - probability)));
    decision.setBaseValue(-2.9);
    decision.setThreshold(THRESHOLD);
    decision.setPolicyVersion("drawn");
    decision.setModelVersion(model.version());
    decision.setModelSha256(model.sha256());
    decision.setFeatures(DrawnModel.vector(model.dictionary(), random));
    decision.setContributions(declined ? contributions() : List.of());
    decision.setReasons(List.of());
    decision.setMissingSources(List.of());
    decision.setSource(new SourceRecord(Topics.APPLICATIONS.name(), 0, (long) i));
    decision.setTraceId("0".repeat(32));
    decision.setRules(List.of());
    return decision;
  }

  private List<Double> contributions() {
    List<Double> contributions = new ArrayList<>(model.dictionary().size());
    for (int i = 0; i < model.dictionary().size(); i++) {
      contributions.add(random.nextGaussian() / 50);
    }
    return contributions;
  }
}
