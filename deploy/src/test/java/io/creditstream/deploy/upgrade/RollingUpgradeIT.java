package io.creditstream.deploy.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditstream.deploy.Applicants;
import io.creditstream.standalone.cli.Main;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.Endpoints;
import io.creditstream.standalone.data.LocalServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two scorers are replaced one after the other by a release that adds a field to decisions, and by
 * the one of today again, while applications come.
 */
class RollingUpgradeIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path directory;

  @Test
  void shouldDecideEachApplicationOnceWhileReleasesReplaceEachOther() throws Exception {
    String files = directory.resolve("files").toString();
    String bundle = directory.resolve("bundle").toString();
    execute("population", "--out", files, "--train", "700", "--test", "10");
    execute("train", "--data", files, "--out", bundle, "--trials", "0", "--no-compare");
    Path next = NextRelease.compile(directory);
    try (LocalServices services =
        LocalServices.open(new DataDirectory(directory.resolve("data")), 0, 0)) {
      Endpoints endpoints = services.endpoints();
      run(endpoints, "topics", "--partitions", "2");
      run(endpoints, "publish", bundle);
      try (Instance one = new Instance(endpoints, directory.resolve("one"));
          Instance two = new Instance(endpoints, directory.resolve("two"));
          RecordedDecisions decisions = new RecordedDecisions(endpoints);
          Applicants applicants = Applicants.start(endpoints, 5)) {
        one.awaitReady();
        two.awaitReady();
        awaitMore(decisions::ofToday);

        one.replaceBy(next);
        awaitMore(decisions::ofNext);
        two.replaceBy(next);
        awaitMore(decisions::ofNext);
        one.replaceByToday();
        awaitMore(decisions::ofToday);
        two.replaceByToday();

        List<String> sent = applicants.stop();
        await("all decisions").atMost(PATIENCE).until(() -> decisions.ids().containsAll(sent));
        // What the next release has remembered tells today's which applications are repeats.
        applicants.repeat();
        await("repeats").atMost(PATIENCE).until(() -> repeats(one) + repeats(two) >= sent.size());
        assertThat(decisions.ids()).containsExactlyInAnyOrderElementsOf(sent);
      }
    }
  }

  private static void awaitMore(LongSupplier decisions) {
    long before = decisions.getAsLong();
    await("decisions").atMost(PATIENCE).until(() -> decisions.getAsLong() > before);
  }

  private static double repeats(Instance scorer) {
    return scorer.metric("creditstream_duplicates_total");
  }

  private static void run(Endpoints endpoints, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--bootstrap-servers",
            endpoints.bootstrapServers(),
            "--schema-registry",
            endpoints.registryUrl()));
    execute(all.toArray(String[]::new));
  }

  private static void execute(String... arguments) {
    assertThat(Main.commandLine().execute(arguments)).isZero();
  }
}
