package io.creditstream.drift.metrics;

/** What is shown of the last closed window of each model, size and segment. */
enum DriftGauge {
  PSI("drift.psi", "Population stability index"),
  KS("drift.ks", "Kolmogorov-Smirnov distance, lower bound"),
  MISSING_RATE("drift.missing.rate", "Share of missing values, 0 to 1"),
  REFERENCE_MISSING_RATE(
      "drift.reference.missing.rate", "Share of missing values in the reference, 0 to 1"),
  UNSEEN_RATE("drift.unseen.rate", "Share of levels unseen in training, 0 to 1"),
  STATUS("drift.status", "Lasting status: -1 insufficient, 0 stable, 1 warning, 2 alert"),
  SAMPLES("drift.samples", "Decisions in the last closed window"),
  WINDOW_END("drift.window.end.seconds", "End of the last closed window, seconds since 1970"),
  FEATURES("drift.features", "Features of the model by lasting status"),
  THRESHOLD("drift.threshold", "Limit of a statistic for an alert or a warning"),
  LIMITS_UNKNOWN(
      "drift.limits.unknown", "Names with limits of their own that are no feature of the model"),
  IMPACT("drift.impact", "Distance times mean size of the contribution, in log-odds"),
  COST_CHANGE(
      "drift.cost.change", "Estimated part of a feature in the change of the expected cost"),
  BIN_SHARE("drift.bin.share", "Share of a bin, 0 to 1, of features that drift and of the score"),
  BINS_DROPPED("drift.bins.dropped", "Features that drift and whose bins are not shown"),
  JOINT_PSI("drift.joint.psi", "Population stability index of the joint distance"),
  JOINT_KS("drift.joint.ks", "Kolmogorov-Smirnov distance of the joint distance, lower bound"),
  JOINT_STATUS(
      "drift.joint.status", "Whether features go together as in training: as drift.status"),
  JOINT_DRIFTING("drift.joint.drifting", "Features of the joint distance that drift by themselves"),
  APPROVAL_RATE("approval.rate", "Share of applications approved, 0 to 1"),
  DECISION_SHARE("decision.share", "Share of decisions by outcome, 0 to 1"),
  EXPECTED_COST(
      "expected.cost", "Expected cost per application, in units of a refused good client"),
  MISSING_SOURCE_SHARE(
      "missing.source.share", "Share of decisions without history of a source, 0 to 1"),
  REASON_SHARE("reason.share", "Share of the decisions with reasons that give this one, 0 to 1"),
  EXPLANATION_DRIFT(
      "explanation.drift", "Distance of the contributions from those of the first decisions"),
  EXPLAINED_SAMPLES("explained.samples", "Decisions that carry contributions"),
  CHALLENGER_AGREEMENT(
      "challenger.agreement", "Share of decisions on which champion and challenger agree"),
  CHALLENGER_DIFFERENCE(
      "challenger.score.difference", "Mean probability of the challenger less the champion's"),
  CHALLENGER_SAMPLES("challenger.samples", "Applications that champion and challenger judged"),
  GROUP_APPROVAL_RATE("fairness.approval.rate", "Share of a group approved, 0 to 1"),
  GROUP_RATIO("fairness.ratio", "Approval rate of a group over the highest one of large groups"),
  GROUP_SAMPLES("fairness.samples", "Decisions about a group"),
  PERFORMANCE_AUC("performance.auc", "Area under the ROC curve on granted loans"),
  PERFORMANCE_KS("performance.ks", "Distance of the scores of defaulted and repaid granted loans"),
  PERFORMANCE_BRIER("performance.brier", "Mean squared error of the probability on granted loans"),
  PERFORMANCE_CALIBRATION(
      "performance.calibration", "Defaults of granted loans over the number promised"),
  PERFORMANCE_COST("performance.cost", "Cost per granted loan, in units of a refused good client"),
  PERFORMANCE_DEFAULT_RATE(
      "performance.default.rate", "Share of granted loans that default, by band of the score"),
  PERFORMANCE_SAMPLES("performance.samples", "Granted loans that the performance is of");

  private static final String PREFIX = "creditstream.";

  private final String name;
  private final String description;

  DriftGauge(String name, String description) {
    this.name = PREFIX + name;
    this.description = description;
  }

  String meterName() {
    return name;
  }

  String description() {
    return description;
  }
}
