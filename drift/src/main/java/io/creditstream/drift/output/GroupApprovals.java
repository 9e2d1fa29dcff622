package io.creditstream.drift.output;

import io.creditstream.drift.tally.Tally;
import io.creditstream.schemas.DecisionOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How often groups of applicants are approved.
 *
 * @param attribute what the groups differ in
 * @param group which of them
 * @param samples decisions about it
 * @param approvalRate share of them that were approved
 * @param ratio its approval rate ÷ the highest one of the groups of its attribute that are large
 *     enough; empty where it is not large enough itself
 */
public record GroupApprovals(
    String attribute, String group, long samples, double approvalRate, OptionalDouble ratio) {

  /**
   * Fewer decisions say little of an approval rate: at 200 its standard error is about 3 points.
   */
  public static final int LARGE = 200;

  private static final String SAMPLES = "group/";
  private static final String APPROVED = "approved-group/";

  /** Counts a decision about somebody of a group. */
  public static void count(Tally tally, String attribute, String group, DecisionOutcome outcome) {
    String name = attribute + "/" + group;
    tally.add(SAMPLES + name, 1);
    tally.add(APPROVED + name, outcome == DecisionOutcome.APPROVED ? 1 : 0);
  }

  /** The groups that were counted, those of one attribute together. */
  public static List<GroupApprovals> of(Tally tally) {
    Map<String, Long> approved = tally.below(APPROVED);
    Map<String, Double> highest = new TreeMap<>();
    tally
        .below(SAMPLES)
        .forEach(
            (name, samples) -> {
              if (samples >= LARGE) {
                highest.merge(attribute(name), rate(approved, name, samples), Math::max);
              }
            });
    List<GroupApprovals> groups = new ArrayList<>();
    tally
        .below(SAMPLES)
        .forEach(
            (name, samples) -> {
              double rate = rate(approved, name, samples);
              double best = highest.getOrDefault(attribute(name), 0.0);
              groups.add(
                  new GroupApprovals(
                      attribute(name),
                      name.substring(attribute(name).length() + 1),
                      samples,
                      rate,
                      samples >= LARGE && best > 0
                          ? OptionalDouble.of(rate / best)
                          : OptionalDouble.empty()));
            });
    return groups;
  }

  private static String attribute(String name) {
    return name.substring(0, name.indexOf('/'));
  }

  private static double rate(Map<String, Long> approved, String name, long samples) {
    return (double) approved.getOrDefault(name, 0L) / samples;
  }
}
