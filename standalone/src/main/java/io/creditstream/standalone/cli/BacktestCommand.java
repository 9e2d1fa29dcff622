package io.creditstream.standalone.cli;

import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.PolicyFile;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.standalone.backtest.Backtest;
import io.creditstream.standalone.backtest.BacktestResult;
import io.creditstream.standalone.backtest.Costs;
import io.creditstream.standalone.recorded.Connection;
import io.creditstream.standalone.recorded.RecordedDecisions;
import io.creditstream.standalone.recorded.RecordedOutcomes;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "backtest",
    description = "Tells what another policy would have made of the recorded decisions.",
    mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {

  @Mixin private RecordedData data = new RecordedData();

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "The other policy, in the form of policy.json of a bundle.")
  private Path policyFile = Path.of(".");

  @Option(
      names = "--cost-of-default",
      paramLabel = "COST",
      defaultValue = "10",
      description =
          "Cost of an approved loan that defaults; a declined client who would have repaid costs 1"
              + " (default ${DEFAULT-VALUE}).")
  private double costOfDefault;

  @Override
  public Integer call() throws Exception {
    if (!(costOfDefault > 0)) {
      throw new UsageException("--cost-of-default must be above 0", null);
    }
    Policy policy = PolicyFile.read(policyFile);
    Costs costs = new Costs(costOfDefault);
    print(policy, costs, data.open(connection -> result(connection, policy, costs)));
    return 0;
  }

  private static BacktestResult result(Connection connection, Policy policy, Costs costs) {
    Backtest backtest = new Backtest(policy, costs);
    RecordedDecisions.read(connection, backtest::add);
    RecordedOutcomes.read(connection, backtest::add);
    return backtest.result();
  }

  private static void print(Policy policy, Costs costs, BacktestResult result) {
    OutcomeMatrix matrix = new OutcomeMatrix();
    for (DecisionOutcome was : DecisionOutcome.values()) {
      for (DecisionOutcome is : DecisionOutcome.values()) {
        matrix.add(was, is, result.count(was, is));
      }
    }
    TextTable table = new TextTable("outcome", "applications", "recorded", "new", "difference");
    row(table, "known", result.known());
    row(table, "estimated", result.estimated());
    System.out.printf(
        Locale.ROOT,
        "policy %s: refers from %s, declines from %s%n%n%s%n%d of %d outcomes would be others%n%n",
        policy.version(),
        policy.referFrom(),
        policy.declineFrom(),
        matrix,
        matrix.changed(),
        result.known().applications() + result.estimated().applications());
    System.out.printf(
        Locale.ROOT,
        "cost (an approved loan that defaults %s, a declined good client 1, a referral 0):%n%s%n",
        costs.missedDefault(),
        table);
    System.out.println(
        "Known are outcomes of credit.outcomes.v1, in the main of loans that were granted. All"
            + " others are\nestimated from the recorded probabilities of default, as far as these"
            + " are calibrated.");
  }

  private static void row(TextTable table, String name, BacktestResult.Sum sum) {
    table.row(
        name,
        Long.toString(sum.applications()),
        String.format(Locale.ROOT, "%.1f", sum.before()),
        String.format(Locale.ROOT, "%.1f", sum.after()),
        String.format(Locale.ROOT, "%+.1f", sum.after() - sum.before()));
  }
}
