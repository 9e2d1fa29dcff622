package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.features.bundle.Policy;
import io.creditstream.standalone.data.DataDirectory;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models take the place of each other by the command line, and a scorer follows. */
class PromotionIT {

  @TempDir Path directory;

  @Test
  void shouldRefuseAModelThatCostsMoreAndGoBackFromOneThatWasForced() throws Exception {
    Path files = directory.resolve("files");
    Cli.run("population", "--out", files.toString(), "--train", "900", "--test", "10");
    Path good = train(files, directory.resolve("good"));
    Path bad = directory.resolve("bad");
    BundleDirectory.write(
        declineAll(BundleDirectory.read(QuickModel.train(files, directory.resolve("other"), 2))),
        bad);
    String first = BundleDirectory.read(good).manifest().version();
    String second = BundleDirectory.read(bad).manifest().version();
    String policy = BundleDirectory.read(good).policy().version();
    DataDirectory data = new DataDirectory(directory.resolve("data"));
    try (RunningScorer scorer = RunningScorer.start(data)) {
      Cli published = scorer.run("publish", "--fairness-bound", "0", good.toString());
      assertThat(published.exitCode()).as(published.err()).isZero();
      assertThat(published.out())
          .contains(
              "Model " + first + " with policy " + policy + " published as champion",
              "no champion to compare it with");
      awaitModel(scorer, first);

      Cli refused = scorer.run("publish", "--fairness-bound", "0", bad.toString());
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err().lines()).hasSize(1);
      assertThat(refused.err())
          .contains(
              "model " + second + " with policy decline-all is not published",
              "an application costs +",
              "--force");
      Cli nothingBefore = scorer.run("rollback");
      assertThat(nothingBefore.exitCode()).isEqualTo(1);
      assertThat(nothingBefore.err()).contains("no champion before " + first);

      Cli forced =
          scorer.run(
              "publish",
              "--fairness-bound",
              "0",
              "--force",
              "the committee wants to stop lending",
              bad.toString());
      assertThat(forced.exitCode()).as(forced.err()).isZero();
      assertThat(forced.out()).contains("forced although", "an application costs +");
      awaitModel(scorer, second);

      Cli back = scorer.run("rollback");
      assertThat(back.exitCode()).as(back.err()).isZero();
      assertThat(back.out())
          .contains("Model " + first + " with policy " + policy + " published as champion")
          .contains("it takes the place of model " + second, "(policy decline-all)");
      awaitModel(scorer, first);

      Cli unknown = scorer.run("rollback", "--to", "nothing");
      assertThat(unknown.exitCode()).isEqualTo(1);
      assertThat(unknown.err()).contains("model nothing is not kept", second);

      Cli forth = scorer.run("rollback", "--to", second);
      assertThat(forth.exitCode()).as(forth.err()).isZero();
      awaitModel(scorer, second);

      Cli challenger = challenger(scorer, good, "daysBirth");
      assertThat(challenger.exitCode()).as(challenger.err()).isZero();
      assertThat(challenger.out()).contains("with policy with-rules published as challenger");

      Cli misspelt = challenger(scorer, good, "daysBrith");
      assertThat(misspelt.exitCode()).isEqualTo(1);
      assertThat(misspelt.err().lines()).hasSize(1);
      assertThat(misspelt.err()).contains("rule minor looks at daysBrith");
    }
  }

  private Cli challenger(RunningScorer scorer, Path bundle, String field) throws IOException {
    Path policy =
        Files.writeString(
            directory.resolve("policy.json"),
            """
            {"version": "with-rules", "referFrom": 0.1, "declineFrom": 0.2, "rules": [
              {"name": "minor", "field": "%s", "operator": ">", "value": -6570,
               "outcome": "DECLINED"}]}
            """
                .formatted(field));
    return scorer.run(
        "publish", "--role", "Challenger", "--policy", policy.toString(), bundle.toString());
  }

  /** With the search and the comparisons that are made unless they are switched off. */
  private static Path train(Path files, Path bundle) {
    Cli train =
        Cli.run("train", "--data", files.toString(), "--out", bundle.toString(), "--folds", "2");
    assertThat(train.exitCode()).as(train.err()).isZero();
    return bundle;
  }

  private static Bundle declineAll(Bundle bundle) {
    return bundle.with(new Policy("decline-all", 0, 0));
  }

  private static void awaitModel(RunningScorer scorer, String version) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(model(scorer)).isEqualTo(version));
  }

  private static String model(RunningScorer scorer) throws IOException, InterruptedException {
    String body =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(scorer.uri().resolve("/v1/model")).build(),
                BodyHandlers.ofString())
            .body();
    return new ObjectMapper().readTree(body).path("version").asText();
  }
}
