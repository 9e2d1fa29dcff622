package io.creditstream.trainer.search;

import io.creditstream.trainer.Progress;
import io.creditstream.trainer.result.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Random search with successive halving (Jamieson and Talwalkar, "Non-stochastic Best Arm
 * Identification and Hyperparameter Optimization", 2016), the resource being folds: a round of
 * eight random trials is tried on a few folds, the better half of it on more, the better half of
 * that on all. The first trial is the standard parameters; it is never given up, so that nothing
 * worse than they are is chosen.
 */
final class HalvingSearch {

  private static final int ROUND = 8;

  private final SearchSpace space;
  private final TrialRunner runner;
  private final int folds;
  private final LongSupplier nanoTime;
  private final Progress progress;
  private final List<Candidate> all = new ArrayList<>();

  HalvingSearch(
      SearchSpace space, TrialRunner runner, int folds, LongSupplier nanoTime, Progress progress) {
    this.space = space;
    this.runner = runner;
    this.folds = folds;
    this.nanoTime = nanoTime;
    this.progress = progress;
  }

  /**
   * Searches.
   *
   * @return the parameters with the least log-loss among those that were tried on all folds
   */
  SearchResult run(SearchBudget budget) {
    long start = nanoTime.getAsLong();
    tell(budget, start);
    while (roundSize(budget, start) > 0) {
      List<Candidate> round = new ArrayList<>();
      for (int i = roundSize(budget, start); i > 0; i--) {
        Candidate candidate = new Candidate(all.size() + 1, space.trial(all.size() + 1));
        all.add(candidate);
        round.add(candidate);
      }
      for (int reach : new int[] {(folds + 3) / 4, (folds + 1) / 2, folds}) {
        for (Candidate candidate : round) {
          extend(candidate, reach);
          tell(budget, start);
        }
        round = better(round);
      }
    }
    Candidate best = best();
    return new SearchResult(
        best == null ? space.trial(1) : best.parameters(),
        all.stream().map(Candidate::trial).toList());
  }

  private void extend(Candidate candidate, int reach) {
    int done = candidate.folds();
    if (done < reach) {
      candidate.add(runner.run(candidate.number(), candidate.parameters(), done, reach - done));
    }
  }

  private static List<Candidate> better(List<Candidate> round) {
    List<Candidate> sorted =
        round.stream().sorted(Comparator.comparingDouble(Candidate::logLoss)).toList();
    List<Candidate> kept = new ArrayList<>(sorted.subList(0, (sorted.size() + 1) / 2));
    round.stream()
        .filter(candidate -> candidate.number() == 1 && !kept.contains(candidate))
        .forEach(kept::add);
    return kept;
  }

  private int roundSize(SearchBudget budget, long start) {
    if (budget instanceof SearchBudget.Trials trials) {
      return Math.min(ROUND, trials.count() - all.size());
    }
    SearchBudget.Time time = (SearchBudget.Time) budget;
    return nanoTime.getAsLong() - start < time.limit().toNanos() ? ROUND : 0;
  }

  private @Nullable Candidate best() {
    return all.stream()
        .filter(candidate -> candidate.folds() == folds)
        .min(Comparator.comparingDouble(Candidate::logLoss))
        .orElse(null);
  }

  private void tell(SearchBudget budget, long start) {
    Candidate best = best();
    if (best != null) {
      Trial trial = best.trial();
      progress.best(
          String.format(
              Locale.ROOT,
              "best: trial %d, log-loss %.4f, AUC %.4f",
              trial.number(),
              trial.logLoss(),
              trial.auc()));
    }
    if (budget instanceof SearchBudget.Trials trials) {
      long done = all.stream().filter(candidate -> candidate.folds() > 0).count();
      progress.at("Searching", done, trials.count());
    } else {
      long limit = ((SearchBudget.Time) budget).limit().toSeconds();
      long elapsed = (nanoTime.getAsLong() - start) / 1_000_000_000L;
      progress.at("Searching", Math.min(elapsed, limit), limit);
    }
  }
}
