package io.creditstream.advisor.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that a score owes to one subject. Its weight is the sum of the contributions of the features
 * about it, whether they raised or lowered the risk; its concrete statement is the feature that
 * contributed most in the direction of that sum.
 *
 * @param subject what it is about
 * @param logOdds the sum, in log-odds of default
 * @param strongest the feature that stands for it
 * @param facts how many features about it contributed
 */
public record Argument(Subject subject, double logOdds, Contribution strongest, int facts) {

  /**
   * Arguments of contributions: each subject once, those of no weight left out, the heaviest first
   * whatever their direction. Of equal weights the one whose feature came first is first.
   */
  static List<Argument> of(List<Contribution> contributions) {
    Map<Subject, List<Contribution>> bySubject = new LinkedHashMap<>();
    for (Contribution one : contributions) {
      if (one.logOdds() != 0) {
        bySubject
            .computeIfAbsent(Subject.of(one.feature().name()), subject -> new ArrayList<>())
            .add(one);
      }
    }
    return bySubject.entrySet().stream()
        .flatMap(entry -> of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble(argument -> -Math.abs(argument.logOdds())))
        .toList();
  }

  private static Stream<Argument> of(Subject subject, List<Contribution> contributions) {
    double sum = contributions.stream().mapToDouble(Contribution::logOdds).sum();
    if (sum == 0) {
      return Stream.empty();
    }
    return contributions.stream()
        .max(Comparator.comparingDouble(one -> one.logOdds() * Math.signum(sum)))
        .map(strongest -> new Argument(subject, sum, strongest, contributions.size()))
        .stream();
  }
}
