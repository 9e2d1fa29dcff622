package io.creditstream.drift.report;

import io.creditstream.drift.output.ChallengerComparison;
import io.creditstream.drift.output.DecisionMix;
import io.creditstream.drift.output.GroupApprovals;
import io.creditstream.drift.output.Performance;
import io.creditstream.drift.reference.ReferenceModel;
import io.creditstream.drift.tally.EffectSums;
import io.creditstream.drift.tally.Tally;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.schemas.ChallengerAgreement;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.DecisionShares;
import io.creditstream.schemas.GroupApproval;
import io.creditstream.schemas.ModelPerformance;
import io.creditstream.schemas.NamedCount;
import io.creditstream.schemas.ScoreBand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a report on what a model made of the applications, and what became of the loans. */
final class OutputParts {

  /** Explained decisions on each side below which their contributions are not compared. */
  private static final long FEW = 100;

  private OutputParts() {}

  /**
   * What was decided.
   *
   * @param beginning how the model began; empty while that is not known
   */
  static DecisionShares decisions(
      WindowCounts counts, ReferenceModel model, Optional<WindowCounts> beginning) {
    DecisionMix mix = DecisionMix.of(counts.tally());
    return DecisionShares.newBuilder()
        .setApproved(mix.count(DecisionOutcome.APPROVED))
        .setReferred(mix.count(DecisionOutcome.REFERRED))
        .setDeclined(mix.count(DecisionOutcome.DECLINED))
        .setExpectedCost(expectedCost(mix, model).orElse(0))
        .setMissingSources(named(mix.missingSources()))
        .setReasons(named(mix.reasons()))
        .setExplained(counts.effects().explained())
        .setExplanationDrift(explanationDrift(counts.effects(), beginning))
        .build();
  }

  /** Expected cost per application; empty where none was decided. */
  static OptionalDouble expectedCost(DecisionMix mix, ReferenceModel model) {
    return mix.decisions() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            mix.expectedCost().of(model.facts().missedDefaultCost()) / mix.decisions());
  }

  private static @Nullable Double explanationDrift(
      EffectSums effects, Optional<WindowCounts> beginning) {
    return beginning
        .map(WindowCounts::effects)
        .filter(first -> first.explained() >= FEW && effects.explained() >= FEW)
        .map(first -> EffectSums.distance(effects.means(), first.means()))
        .orElse(null);
  }

  private static List<NamedCount> named(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> new NamedCount(entry.getKey(), entry.getValue()))
        .toList();
  }

  static List<ChallengerAgreement> challengers(Tally tally) {
    return ChallengerComparison.of(tally).stream()
        .map(
            found ->
                new ChallengerAgreement(
                    found.modelSha256(),
                    found.samples(),
                    found.agreement(),
                    found.meanDifference(),
                    found.meanAbsoluteDifference()))
        .toList();
  }

  static List<GroupApproval> groups(Tally tally) {
    return GroupApprovals.of(tally).stream()
        .map(
            group ->
                new GroupApproval(
                    group.attribute(),
                    group.group(),
                    group.samples(),
                    group.approvalRate(),
                    orNull(group.ratio())))
        .toList();
  }

  /** The estimate, then what the outcomes show; each only where there are loans. */
  static List<ModelPerformance> performance(Tally tally, ReferenceModel model) {
    double[] edges = model.profile().score().psiEdges();
    return Stream.of(Performance.estimated(tally, edges), Performance.realised(tally, edges))
        .flatMap(Optional::stream)
        .map(found -> performance(found, model.facts().missedDefaultCost()))
        .toList();
  }

  private static ModelPerformance performance(Performance found, double missedDefaultCost) {
    return ModelPerformance.newBuilder()
        .setEstimated(found.estimated())
        .setSamples(found.loans())
        .setDefaults(found.defaults())
        .setAuc(orNull(found.auc()))
        .setKs(orNull(found.ks()))
        .setBrier(found.brier())
        .setCalibration(orNull(found.calibration()))
        .setCost(found.defaultRate() * missedDefaultCost)
        .setBands(
            found.bands().stream()
                .map(
                    band ->
                        new ScoreBand(
                            band.number(), band.loans(), band.defaults(), band.predicted()))
                .toList())
        .build();
  }

  static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
