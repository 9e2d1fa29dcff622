package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.features.bundle.BundleParts;
import io.creditstream.features.bundle.Sha256;
import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.standalone.backtest.BacktestResult;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.LocalServices;
import io.creditstream.standalone.recorded.Connection;
import io.creditstream.standalone.recorded.RecordedDecisions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks back at what a run has recorded, once it has ended. */
class ReplayIT {

  private static final int APPLICATIONS = 120;

  @TempDir private static Path directory;
  private static LoanDecision first = new LoanDecision();

  @BeforeAll
  static void run() throws Exception {
    QuickModel.into(new DataDirectory(directory.resolve("data")).bundle());
    Cli run =
        Cli.run(
            "standalone",
            "--applications",
            Integer.toString(APPLICATIONS),
            "--rate",
            "Infinity",
            "--port-base",
            "0",
            "--data-dir",
            data());
    assertThat(run.exitCode()).as(run.err()).isZero();
    inDirectory(connection -> first = decisions(connection).get(0));
  }

  @Test
  void shouldMakeEveryDecisionAgainToTheLastBit() {
    Cli replay = Cli.run("replay", "--from", "2020-01-01T00:00:00Z", "--data-dir", data());

    assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
    assertThat(replay.out())
        .contains(APPLICATIONS + " decisions replayed: " + APPLICATIONS + " as recorded");
  }

  @Test
  void shouldNameHistoryThatCameAfterTheDecision() throws Exception {
    inDirectory(
        connection -> {
          BureauCredit late = new BureauCredit();
          late.setRecordId("late");
          late.setClientId(first.getClientId());
          late.setEventTime(first.getSubmittedAt().plusSeconds(60));
          late.setAmtCreditSum(7e6);
          late.setBalances(List.of());
          try (EventPublisher publisher =
              EventPublisher.connect(connection.client(), connection.registry())) {
            publisher.send(Topics.BUREAU_CREDITS, first.getClientId(), late);
            publisher.flush();
          }
        });

    Cli replay = Cli.run("replay", "--application", first.getApplicationId(), "--data-dir", data());

    assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
    assertThat(replay.out())
        .contains("the same bytes", "history that came later", "credit.bureau-credits.v1-");
  }

  @Test
  void shouldShowADecisionThatWasTamperedWithFieldByField() throws Exception {
    String id = "tampered";
    inDirectory(
        connection -> {
          LoanDecision decision = decisions(connection).get(1);
          decision.setApplicationId(id);
          decision.setRawScore(decision.getRawScore() - 0.5);
          try (EventPublisher publisher =
              EventPublisher.connect(connection.client(), connection.registry())) {
            decision.setDecidedAt(Instant.parse("2019-01-01T00:00:00Z"));
            publisher.send(Topics.DECISIONS, decision.getClientId(), decision);
            publisher.flush();
          }
        });

    Cli replay = Cli.run("replay", "--application", id, "--data-dir", data());

    assertThat(replay.exitCode()).isEqualTo(1);
    assertThat(replay.err().lines()).hasSize(1);
    assertThat(replay.err()).contains("1 decisions differ from the record");
    assertThat(replay.out())
        .contains("DIFFERENT", "do not follow from the recorded features: rawScore")
        .containsPattern("applicationId +tampered")
        .doesNotContain("probabilityOfDefault", "features.");
  }

  @Test
  void shouldGoOnWhereAModelIsRefusedNow() throws Exception {
    Path copy = directory.resolve("copy");
    copy(Path.of(data()), copy);
    ModelBundle unsound = unsound(BundleDirectory.read(new DataDirectory(copy).bundle()));
    in(
        copy,
        connection -> {
          LoanDecision decision = decisions(connection).get(2);
          decision.setDecidedAt(Instant.parse("2018-01-01T00:00:00Z"));
          try (EventPublisher publisher =
              EventPublisher.connect(connection.client(), connection.registry())) {
            publisher.send(Topics.DECISIONS, decision.getClientId(), decision);
            decision.setModelSha256(unsound.getModelSha256());
            publisher.send(Topics.DECISIONS, decision.getClientId(), decision);
            publisher.send(Topics.MODELS, "archive:unsound", unsound);
            publisher.flush();
          }
        });

    Cli replay = Cli.run("replay", "--to", "2018-01-02T00:00:00Z", "--data-dir", copy.toString());

    assertThat(replay.exitCode()).isEqualTo(1);
    assertThat(replay.out())
        .containsPattern("cannot be replayed: model .+ is refused now: .+")
        .contains("2 decisions replayed: 1 as recorded");
    assertThat(replay.err()).contains("0 decisions differ from the record, 1 could not be");
  }

  @Test
  void shouldTellWhatAnotherModelWouldHaveDecided() throws Exception {
    Path files = directory.resolve("files");
    Cli.run("population", "--out", files.toString(), "--train", "500", "--test", "10");
    Path bundle = QuickModel.train(files, directory.resolve("other"), 2);
    String version =
        new ObjectMapper()
            .readTree(Files.readString(bundle.resolve("manifest.json")))
            .path("version")
            .asText();

    Cli replay =
        Cli.run(
            "replay",
            "--application",
            first.getApplicationId(),
            "--model",
            bundle.toString(),
            "--data-dir",
            data());

    assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
    assertThat(replay.out())
        .contains("model " + version + ": ", "recorded \\ new")
        .doesNotContain("on all history");
  }

  @Test
  void shouldTellWhatAnotherPolicyWouldChange() throws Exception {
    Path policy = directory.resolve("policy.json");
    Files.writeString(policy, "{\"version\":\"all\",\"referFrom\":0,\"declineFrom\":0}");

    Cli backtest = Cli.run("backtest", "--policy", policy.toString(), "--data-dir", data());

    assertThat(backtest.exitCode()).as(backtest.err()).isZero();
    assertThat(backtest.out())
        .contains("policy all: refers from 0.0, declines from 0.0", "outcomes would be others")
        .containsPattern("APPROVED +0 +0 +[1-9]");
    assertThat(Cli.run("backtest", "--data-dir", data()).exitCode()).isEqualTo(2);
  }

  @Test
  void shouldTellWhatTheRulesOfAnotherPolicyWouldChange() throws Exception {
    Path policy = directory.resolve("rules.json");
    Files.writeString(
        policy,
        """
        {"version": "rules", "referFrom": 1, "declineFrom": 1, "rules": [
          {"name": "everybody", "field": "amtCredit", "operator": ">", "value": 0,
           "outcome": "REFERRED"},
          {"name": "nobody", "field": "AMT_CREDIT", "operator": "<", "value": 0,
           "outcome": "DECLINED"}]}
        """);

    Cli backtest = Cli.run("backtest", "--policy", policy.toString(), "--data-dir", data());

    assertThat(backtest.exitCode()).as(backtest.err()).isZero();
    assertThat(backtest.out())
        .containsPattern("everybody +[1-9]")
        .doesNotContain("nobody", BacktestResult.SCORE, "are left out");
  }

  @Test
  void shouldRefuseToGuessWhatIsMeant() {
    assertThat(Cli.run("replay", "--data-dir", data()).exitCode()).isEqualTo(2);
    assertThat(Cli.run("replay", "--application", "a", "--from", "2026-01-01T00:00:00Z").exitCode())
        .isEqualTo(2);
    Cli none = Cli.run("replay", "--application", "none", "--data-dir", data());
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).contains("no such decision is recorded");
  }

  private interface Work {
    void on(Connection connection);
  }

  /** What is published of a bundle whose model is none. */
  private static ModelBundle unsound(Bundle bundle) {
    Bundle unsound =
        BundleParts.seal(
            "no model",
            bundle.dictionary(),
            bundle.profile(),
            bundle.policy(),
            bundle.selfTest(),
            bundle.summary(),
            bundle.manifest().createdAt());
    byte[] archive = BundleArchive.toBytes(unsound);
    return new ModelBundle(
        unsound.manifest().version(),
        unsound.manifest().modelSha256(),
        Sha256.hex(archive),
        Instant.EPOCH,
        ByteBuffer.wrap(archive),
        null);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void inDirectory(Work work) {
    in(Path.of(data()), work);
  }

  private static void in(Path directory, Work work) {
    try (LocalServices services = LocalServices.open(new DataDirectory(directory), 0, 0);
        SchemaRegistryClient registry =
            SchemaRegistryClients.connect(
                RegistryConfig.of(services.endpoints().registryUrl()),
                RegistryListener.ignoring())) {
      work.on(
          new Connection(
              Map.of("bootstrap.servers", services.endpoints().bootstrapServers()), registry));
    }
  }

  private static List<LoanDecision> decisions(Connection connection) {
    List<LoanDecision> decisions = new ArrayList<>();
    RecordedDecisions.read(connection, decisions::add);
    return decisions;
  }

  private static String data() {
    return directory.resolve("data").toString();
  }
}
