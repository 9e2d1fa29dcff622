package io.creditstream.standalone.cli;

import io.creditstream.trainer.evaluation.CostAmounts;
import io.creditstream.trainer.evaluation.CostModel;
import io.creditstream.trainer.evaluation.CostRatio;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What wrong decisions cost. */
final class CostOptions {

  @Option(
      names = "--false-negative-cost",
      defaultValue = "10",
      description =
          "Cost of a missed default; a refused good client costs 1 (default ${DEFAULT-VALUE}).")
  private double falseNegativeCost;

  @Option(
      names = "--cost-amounts",
      paramLabel = "LOSS:MARGIN",
      description =
          "Costs as amounts instead: the share of a loan that is lost if it defaults, and the share"
              + " that is earned if it is repaid, such as 0.6:0.05.")
  private Optional<String> costAmounts = Optional.empty();

  /**
   * @throws UsageException if the options make no sense
   */
  CostModel model() {
    try {
      return costAmounts.isPresent()
          ? CostAmounts.parse(costAmounts.get())
          : new CostRatio(falseNegativeCost);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
