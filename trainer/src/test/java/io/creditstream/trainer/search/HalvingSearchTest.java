package io.creditstream.trainer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.creditstream.features.dataset.DatasetException;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.result.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalvingSearchTest {

  private static final BoostingParameters STANDARD = BoostingParameters.standard(1);
  private static final SearchBudget BUDGET = new SearchBudget.Trials(12);

  @TempDir Path directory;

  private final List<TrialPart> tried = new ArrayList<>();

  @Test
  void shouldTryManyOnFewFoldsAndTheBestOnAll() {
    SearchResult result = search(this::run, BUDGET);

    assertThat(result.trials()).hasSize(12);
    assertThat(result.trials().stream().filter(trial -> trial.folds() == 5).count())
        .as("a quarter of each round, and the standard parameters")
        .isBetween(3L, 5L);
    Trial best =
        result.trials().stream()
            .filter(trial -> trial.folds() == 5)
            .min(Comparator.comparingDouble(Trial::logLoss))
            .orElseThrow();
    assertThat(result.best().byName()).isEqualTo(best.parameters());
    assertThat(tried).extracting(TrialPart::firstFold).contains(0, 2, 3);
  }

  @Test
  void shouldNeverGiveUpTheStandardParameters() {
    SearchResult result =
        search(
            (trial, parameters, first, folds) ->
                new TrialPart(trial, first, folds, 9, 0.7, trial == 1 ? 9 : 1.0 / trial, 0.5, 1),
            BUDGET);

    assertThat(result.trials().get(0).folds()).isEqualTo(5);
    assertThat(result.trials().get(0).parameters()).isEqualTo(STANDARD.byName());
    assertThat(result.best()).isNotEqualTo(STANDARD);
  }

  @Test
  void shouldStopWhenTheTimeIsOver() {
    AtomicLong clock = new AtomicLong();
    HalvingSearch search =
        new HalvingSearch(
            new SearchSpace(STANDARD),
            (trial, parameters, first, folds) -> {
              clock.addAndGet(Duration.ofSeconds(1).toNanos());
              return run(trial, parameters, first, folds);
            },
            5,
            clock::get,
            Progress.silent());

    SearchResult result = search.run(new SearchBudget.Time(Duration.ofSeconds(20)));

    // A round of eight takes 8 + 4 + 2 trials; the second one ends what it began.
    assertThat(result.trials()).hasSize(16);
  }

  @Test
  void shouldDrawTheSameTrialsForTheSameSeed() {
    SearchSpace space = new SearchSpace(STANDARD);
    SearchSpace other = new SearchSpace(BoostingParameters.standard(2));

    for (int trial = 2; trial < 50; trial++) {
      assertThat(space.trial(trial)).isEqualTo(new SearchSpace(STANDARD).trial(trial));
      assertThat(space.trial(trial).byName()).isNotEqualTo(other.trial(trial).byName());
    }
  }

  @Test
  void shouldEndAsIfItHadNeverStopped() throws IOException {
    SearchResult whole = search(this::run, BUDGET);
    int all = tried.size();
    tried.clear();
    Path file = directory.resolve("search.jsonl");
    assertThatThrownBy(
            () -> {
              try (TrialJournal journal = TrialJournal.open(file, "x", true, this::runFew)) {
                search(journal, BUDGET);
              }
            })
        .hasMessage("interrupted");
    // The process ended in the middle of a line.
    Files.writeString(file, "{\"trial\":9,\"fir", StandardOpenOption.APPEND);

    SearchResult resumed;
    try (TrialJournal journal = TrialJournal.open(file, "x", true, this::run)) {
      resumed = search(journal, BUDGET);
    }

    assertThat(resumed).isEqualTo(whole);
    assertThat(tried).as("nothing is tried twice").hasSize(all).doesNotHaveDuplicates();
  }

  @Test
  void shouldRefuseTheJournalOfAnotherSearch() throws IOException {
    Path file = directory.resolve("search.jsonl");
    TrialJournal.open(file, "one", true, this::run).close();

    assertThatThrownBy(() -> TrialJournal.open(file, "other", true, this::run))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("search.jsonl is the journal of a search on other data")
        .hasMessageContaining("leave out --resume");
    assertThat(Files.readString(file)).contains("one");

    Files.writeString(file, "no json");
    assertThatThrownBy(() -> TrialJournal.open(file, "one", true, this::run))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is no journal");
  }

  @Test
  void shouldStartAnewWhereItIsNotAskedToGoOn() {
    Path file = directory.resolve("search.jsonl");
    for (int run = 0; run < 2; run++) {
      tried.clear();
      try (TrialJournal journal = TrialJournal.open(file, "x", false, this::run)) {
        search(journal, new SearchBudget.Trials(2));
      }
      assertThat(tried).isNotEmpty();
    }
  }

  @Test
  void shouldMakeTheDirectoryOfTheJournal() {
    Path file = directory.resolve("not/there/yet/search.jsonl");

    TrialJournal.open(file, "x", false, this::run).close();

    assertThat(file).exists();
  }

  @Test
  void shouldLoseNoTrialWhenTheDiskIsFull() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    Path file = directory.resolve("search.jsonl");
    try (TrialJournal journal = TrialJournal.open(file, "x", false, this::run)) {
      search(journal, BUDGET);
    }
    String written = Files.readString(file);
    Files.createSymbolicLink(directory.resolve("search.jsonl.new"), full);

    assertThatThrownBy(() -> TrialJournal.open(file, "x", true, this::run))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "cannot write the journal of the search, %s; is there room for it, and may it be written?"
                .formatted(file));
    assertThat(file).hasContent(written);
  }

  private static SearchResult search(TrialRunner runner, SearchBudget budget) {
    return new HalvingSearch(
            new SearchSpace(STANDARD), runner, 5, System::nanoTime, Progress.silent())
        .run(budget);
  }

  /** The smaller the trees, the better. */
  private TrialPart run(int trial, BoostingParameters parameters, int firstFold, int folds) {
    double loss = 0.2 + 0.001 * parameters.leaves();
    TrialPart part = new TrialPart(trial, firstFold, folds, 100, 0.75, loss, 0.5, 0.25);
    tried.add(part);
    return part;
  }

  private TrialPart runFew(int trial, BoostingParameters parameters, int firstFold, int folds) {
    if (tried.size() == 10) {
      throw new IllegalStateException("interrupted");
    }
    return run(trial, parameters, firstFold, folds);
  }
}
