package io.creditstream.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.features.history.HistorySource;
import io.creditstream.model.CreditModel;
import io.creditstream.model.VerifiedModel;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.TestBundles;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.simulator.feed.SyntheticDossiers;
import io.creditstream.simulator.population.Population;
import io.creditstream.simulator.population.Profile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerIT {

  private static final int APPLICATIONS = 150;
  private static final long SEED = 42;

  @TempDir static Path directory;
  private static final Bundle BUNDLE = TestBundles.shared();
  private static final List<Dossier> DOSSIERS = new ArrayList<>();
  private static Platform platform;
  private static ScorerApplication scorer;
  private static Map<String, LoanDecision> decisions;

  @BeforeAll
  static void decideAll() throws Exception {
    platform = Platform.start(directory);
    platform.createTopics();
    platform.publishChampion(BUNDLE);
    scorer = platform.startReady(platform.config("it"));
    new SyntheticDossiers(
            new Population(Profile.STREAM, SEED),
            APPLICATIONS,
            SubmissionTimes.at(Instant.parse("2026-06-01T09:00:00Z")))
        .forEach(DOSSIERS::add);
    try (EventPublisher publisher = platform.publisher()) {
      publishShuffledAndRepeated(publisher);
      publisher.flush();
      DOSSIERS.forEach(
          dossier ->
              publisher.send(
                  Topics.APPLICATIONS, dossier.application().getClientId(), dossier.application()));
      publisher.flush();
    }
    applyBeforeTheEpoch();
    decisions =
        platform.awaitDecisions(APPLICATIONS).stream()
            .collect(Collectors.toMap(LoanDecision::getApplicationId, Function.identity()));
  }

  @AfterAll
  static void stop() {
    scorer.close();
    platform.close();
  }

  @Test
  void shouldDecideEachApplicationOnce() {
    assertThat(platform.records(Topics.DECISIONS.name())).hasSize(APPLICATIONS);
    assertThat(decisions).hasSize(APPLICATIONS);
  }

  @Test
  void shouldSetAsideAnApplicationWithANegativeTimestampAndNothingElse() {
    platform.awaitRecords(Topics.APPLICATIONS.deadLetterTopic(), 1);

    assertThat(platform.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.key()).isEqualTo(Events.CLIENT.getBytes(UTF_8));
              assertThat(letter.headers().lastHeader("creditstream.reason").value())
                  .isEqualTo("invalid_time".getBytes(UTF_8));
            });
  }

  @Test
  void shouldSeeTheFeaturesThatTheTrainerSeesBitForBit() {
    FeatureExtractor extractor = new FeatureExtractor(BUNDLE.dictionary());
    for (Dossier dossier : DOSSIERS) {
      double[] expected = extractor.extract(dossier.application(), dossier.history());
      assertThat(vector(decision(dossier))).isEqualTo(expected);
    }
  }

  @Test
  void shouldScoreAsTheModelDoesAndExplainDeclinedOnes() {
    int explained = 0;
    try (CreditModel model = VerifiedModel.verify(BUNDLE).newSession()) {
      for (LoanDecision decision : decisions.values()) {
        assertThat(decision.getRawScore()).isEqualTo(model.rawScore(vector(decision)));
        if (decision.getOutcome() == DecisionOutcome.APPROVED) {
          assertThat(decision.getContributions()).isEmpty();
        } else {
          explained++;
          double sum =
              decision.getContributions().stream().mapToDouble(Double::doubleValue).sum()
                  + decision.getBaseValue();
          assertThat(sum)
              .isCloseTo(
                  decision.getRawScore(),
                  offset(1e-9 * Math.max(1, Math.abs(decision.getRawScore()))));
          assertThat(decision.getReasons()).hasSizeBetween(1, 4);
        }
      }
    }
    assertThat(explained).isPositive();
  }

  @Test
  void shouldCarryTheLineage() {
    LoanDecision decision = decision(DOSSIERS.get(0));

    assertThat(decision.getModelSha256()).isEqualTo(BUNDLE.manifest().modelSha256());
    assertThat(decision.getModelVersion()).isEqualTo(BUNDLE.manifest().version());
    assertThat(decision.getThreshold()).isEqualTo(BUNDLE.policy().declineFrom());
    assertThat(decision.getSource().getTopic()).isEqualTo("credit.applications.v1");
    assertThat(decision.getTraceId()).matches("[0-9a-f]{32}");
  }

  /** Kafka's own client refuses to make such a record; those of others do not. */
  private static void applyBeforeTheEpoch() throws Exception {
    byte[] application =
        new AvroSerializer<>(LoanApplication.class, platform.registryClient())
            .serialize(Topics.APPLICATIONS.name(), Events.pastApplication("before-the-epoch"));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            platform.client(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.APPLICATIONS.name(), Events.CLIENT.getBytes(UTF_8), application) {
                @Override
                public Long timestamp() {
                  return -1L;
                }
              })
          .get();
    }
  }

  private static void publishShuffledAndRepeated(EventPublisher publisher) {
    List<Runnable> sends = new ArrayList<>();
    for (Dossier dossier : DOSSIERS) {
      add(sends, publisher, HistorySource.BUREAU_CREDITS, dossier.history().bureauCredits());
      add(
          sends,
          publisher,
          HistorySource.PREVIOUS_APPLICATIONS,
          dossier.history().previousApplications());
      add(sends, publisher, HistorySource.POS_CASH_BALANCES, dossier.history().posCashBalances());
      add(sends, publisher, HistorySource.CARD_BALANCES, dossier.history().cardBalances());
      add(
          sends,
          publisher,
          HistorySource.INSTALLMENT_PAYMENTS,
          dossier.history().installmentPayments());
    }
    Collections.shuffle(sends, new Random(SEED));
    sends.forEach(Runnable::run);
    sends.subList(0, sends.size() / 3).forEach(Runnable::run);
  }

  private static <R extends SpecificRecordBase> void add(
      List<Runnable> sends, EventPublisher publisher, HistorySource<R> source, List<R> records) {
    records.forEach(
        record -> sends.add(() -> publisher.send(source.topic(), source.clientId(record), record)));
  }

  private static LoanDecision decision(Dossier dossier) {
    return decisions.get(dossier.application().getApplicationId());
  }

  private static double[] vector(LoanDecision decision) {
    return decision.getFeatures().stream()
        .mapToDouble(value -> value == null ? Double.NaN : value)
        .toArray();
  }
}
