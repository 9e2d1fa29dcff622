package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.model.CreditModel;
import io.creditstream.model.LightGbmCreditModel;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.ScorerApplication;
import io.creditstream.scorer.ScorerConfig;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.simulator.feed.ConsumerGroupBarrier;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.simulator.feed.SyntheticDossiers;
import io.creditstream.simulator.population.Population;
import io.creditstream.simulator.population.Profile;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.DecisionReader;
import io.creditstream.standalone.data.LocalServices;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.Trainer;
import io.creditstream.trainer.TrainingInput;
import io.creditstream.trainer.TrainingOptions;
import io.creditstream.trainer.matrix.FeatureCsv;
import io.creditstream.trainer.publish.ModelPublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The features that the trainer writes from files are, bit for bit, those that the scorer decides
 * on, although the history comes shuffled, repeated, corrected and with records that are removed
 * again, and although the files were read as of another day.
 */
class FeatureLawIT {

  private static final Path SAMPLE = Path.of("..", "..", "shared", "data", "home-credit");
  private static final SubmissionTimes LONG_AGO =
      SubmissionTimes.at(Instant.parse("2019-03-31T23:00:00Z"));

  @TempDir Path directory;

  @Test
  void shouldHoldOnRealFiles() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLE), "the real sample is not here: " + SAMPLE);
    KaggleDirectory files = KaggleDirectory.open(SAMPLE);

    shouldHold(
        files.dossiers(KaggleTable.APPLICATION_TRAIN, LONG_AGO),
        files.dossiers(KaggleTable.APPLICATION_TEST, LONG_AGO),
        1_000);
  }

  @Test
  void shouldHoldOnTheSyntheticPopulation() throws IOException {
    shouldHold(
        new SyntheticDossiers(new Population(Profile.TRAIN, 5), 1_500, LONG_AGO),
        new SyntheticDossiers(new Population(Profile.TEST, 5), 300, LONG_AGO),
        300);
  }

  private void shouldHold(DossierSource training, DossierSource applications, int count)
      throws IOException {
    Bundle bundle =
        new Trainer(TrainingOptions.quick(3), Clock.systemUTC(), Progress.silent())
            .train(new TrainingInput(training, List.of()))
            .bundle();
    Path csv = directory.resolve("features.csv");
    FeatureCsv.write(bundle.dictionary(), List.of(applications), csv, Progress.silent());

    Map<String, LoanDecision> decisions = stream(bundle, applications, count);

    assertThat(decisions).hasSize(count);
    int compared = 0;
    try (CreditModel model = LightGbmCreditModel.load(bundle.modelText())) {
      for (String line : Files.readAllLines(csv).subList(1, 1 + count)) {
        String[] cells = line.split(",", -1);
        LoanDecision decision = decisions.get(cells[0]);
        double[] exported = new double[cells.length - 1];
        for (int i = 0; i < exported.length; i++) {
          exported[i] = cells[i + 1].isEmpty() ? Double.NaN : Double.parseDouble(cells[i + 1]);
        }
        double[] decided =
            decision.getFeatures().stream()
                .mapToDouble(value -> value == null ? Double.NaN : value)
                .toArray();
        assertThat(bits(decided)).isEqualTo(bits(exported));
        assertThat(decision.getRawScore()).isEqualTo(model.rawScore(exported));
        double sum =
            decision.getContributions().stream().mapToDouble(Double::doubleValue).sum()
                + decision.getBaseValue();
        assertThat(sum)
            .isCloseTo(decision.getRawScore(), offset(1e-9 * Math.abs(decision.getRawScore())));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(count);
  }

  private Map<String, LoanDecision> stream(Bundle bundle, DossierSource applications, int count) {
    DataDirectory data = new DataDirectory(directory.resolve("data"));
    Map<String, LoanDecision> decisions = new HashMap<>();
    try (LocalServices services = LocalServices.open(data, 0, 0);
        SchemaRegistryClient registry =
            SchemaRegistryClients.connect(
                RegistryConfig.of(services.endpoints().registryUrl()),
                RegistryListener.ignoring())) {
      String bootstrap = services.endpoints().bootstrapServers();
      KafkaSettings kafka =
          KafkaSettings.of(
              bootstrap,
              services.endpoints().registryUrl(),
              ScorerConfig.DEFAULT_APPLICATION_ID,
              data.state("scorer"));
      try (ScorerApplication scorer =
              ScorerApplication.start(ScorerConfig.defaults(kafka, 0).withExplainAll(true));
          EventPublisher publisher = EventPublisher.connect(kafka.client(), registry);
          ConsumerGroupBarrier barrier =
              new ConsumerGroupBarrier(
                  Admin.create(kafka.client()),
                  ScorerConfig.DEFAULT_APPLICATION_ID,
                  Duration.ofMinutes(1))) {
        publish(bundle, kafka, registry);
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> scorer.health().whyNotReady().isEmpty());
        feed(applications, count, publisher, barrier);
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofSeconds(1))
            .until(
                () -> {
                  decisions.clear();
                  DecisionReader.read(
                      Map.of("bootstrap.servers", bootstrap),
                      registry,
                      Long.MAX_VALUE,
                      decision -> decisions.put(decision.getApplicationId(), decision));
                  return decisions.size() >= count;
                });
      }
    }
    return decisions;
  }

  private static void publish(Bundle bundle, KafkaSettings kafka, SchemaRegistryClient registry) {
    try (ModelPublisher publisher =
        ModelPublisher.connect(kafka.client(), registry, Clock.systemUTC())) {
      publisher.publish(ModelRole.CHAMPION, bundle);
    }
  }

  private static void feed(
      DossierSource applications,
      int count,
      EventPublisher publisher,
      ConsumerGroupBarrier barrier) {
    HistoryNoise noise = new HistoryNoise(new Random(11));
    Instant submittedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<Dossier> dossiers = new ArrayList<>();
    for (long index = 0; index < count; index++) {
      dossiers.add(applications.dossier(index, submittedAt));
    }
    for (Dossier dossier : dossiers) {
      ClientHistory history = dossier.history();
      publisher.sendAll(
          HistorySource.INSTALLMENT_PAYMENTS, noise.around(history.installmentPayments()));
      publisher.sendAll(HistorySource.CARD_BALANCES, noise.around(history.cardBalances()));
      publisher.sendAll(HistorySource.BUREAU_CREDITS, noise.around(history.bureauCredits()));
      publisher.sendAll(HistorySource.POS_CASH_BALANCES, noise.around(history.posCashBalances()));
      publisher.sendAll(
          HistorySource.PREVIOUS_APPLICATIONS, noise.around(history.previousApplications()));
    }
    publisher.flush();
    barrier.await(publisher.offsets());
    for (Dossier dossier : dossiers) {
      publisher.send(
          Topics.APPLICATIONS, dossier.application().getClientId(), dossier.application());
    }
    publisher.flush();
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
  }
}
