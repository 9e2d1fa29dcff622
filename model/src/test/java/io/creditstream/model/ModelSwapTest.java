package io.creditstream.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models change under the hands of the threads that score with them. */
@Timeout(60)
class ModelSwapTest {

  private static final int SWAPS = 500;
  private static final int THREADS = 3;
  private static final double[][] ROWS = TestModel.rows(50, 41);

  /** A session that everyone uses, and what it has to answer. */
  private record Served(CreditModel session, double[] scores) {}

  @ParameterizedTest
  @EnumSource(ModelEngine.class)
  void shouldScoreWithTheModelThatWasAskedThroughHundredsOfSwaps(ModelEngine engine)
      throws Exception {
    List<VerifiedModel> models = models(engine);
    List<double[]> scores = models.stream().map(ModelSwapTest::scores).toList();
    AtomicReference<VerifiedModel> current = new AtomicReference<>(models.get(0));
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong scored = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        running.add(
            threads.submit(
                () -> {
                  while (!done.get()) {
                    VerifiedModel model = current.get();
                    try (CreditModel session = model.newSession()) {
                      do {
                        assertScores(session, scores.get(models.indexOf(model)));
                        scored.addAndGet(ROWS.length);
                      } while (current.get() == model && !done.get());
                    }
                  }
                }));
      }
      for (int swap = 1; swap <= SWAPS; swap++) {
        long before = scored.get();
        current.set(models.get(swap % models.size()));
        while (scored.get() == before && running.stream().noneMatch(Future::isDone)) {
          Thread.onSpinWait();
        }
      }
      done.set(true);
      for (Future<?> thread : running) {
        thread.get();
      }
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
    assertThat(scored.get()).isGreaterThan(SWAPS);
  }

  @Test
  void shouldFreeNoModelOfLightGbmWhileAnotherThreadScores() throws Exception {
    List<String> texts = List.of(TestModel.text(), otherText());
    List<double[]> scores =
        models(ModelEngine.LIGHTGBM).stream().map(ModelSwapTest::scores).toList();
    AtomicReference<Served> current =
        new AtomicReference<>(new Served(LightGbmCreditModel.load(texts.get(0)), scores.get(0)));
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        running.add(
            threads.submit(
                () -> {
                  while (!done.get()) {
                    scoreUntilClosed(current.get());
                  }
                }));
      }
      for (int swap = 1; swap <= SWAPS; swap++) {
        int next = swap % texts.size();
        Served old =
            current.getAndSet(
                new Served(LightGbmCreditModel.load(texts.get(next)), scores.get(next)));
        old.session().close();
      }
      done.set(true);
      for (Future<?> thread : running) {
        thread.get();
      }
    } finally {
      done.set(true);
      threads.shutdownNow();
      current.get().session().close();
    }
  }

  private static void scoreUntilClosed(Served served) {
    try {
      for (int i = 0; i < ROWS.length; i++) {
        assertThat(served.session().rawScore(ROWS[i])).isEqualTo(served.scores()[i]);
      }
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("the model is closed");
    }
  }

  private static void assertScores(CreditModel session, double[] expected) {
    for (int i = 0; i < ROWS.length; i++) {
      assertThat(session.rawScore(ROWS[i])).isEqualTo(expected[i]);
    }
  }

  private static double[] scores(VerifiedModel model) {
    try (CreditModel session = model.newSession()) {
      double[] scores = new double[ROWS.length];
      for (int i = 0; i < ROWS.length; i++) {
        scores[i] = session.rawScore(ROWS[i]);
      }
      return scores;
    }
  }

  private static List<VerifiedModel> models(ModelEngine engine) {
    return List.of(
        VerifiedModel.verify(TestModel.bundle(), engine),
        VerifiedModel.verify(
            TestModel.bundle(otherText(), TestModel.dictionary(), TestModel.selfTest(otherText())),
            engine));
  }

  /** The same trees but one: every score differs. */
  private static String otherText() {
    String text = TestModel.text();
    int value = text.indexOf("leaf_value=") + "leaf_value=".length();
    int end = text.indexOf('\n', value);
    String tripled =
        Arrays.stream(text.substring(value, end).split(" "))
            .map(number -> Double.toString(3 * Double.parseDouble(number)))
            .collect(Collectors.joining(" "));
    // Without sizes of trees LightGBM looks for their beginnings itself.
    return (text.substring(0, value) + tripled + text.substring(end))
        .replaceFirst("tree_sizes=.*\n", "");
  }
}
