package io.creditstream.standalone.cli;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.PolicyFile;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.standalone.backtest.Backtest;
import io.creditstream.standalone.backtest.BacktestResult;
import io.creditstream.standalone.backtest.Costs;
import io.creditstream.standalone.backtest.PolicyTrial;
import io.creditstream.standalone.recorded.Connection;
import io.creditstream.standalone.recorded.RecordedCases;
import io.creditstream.standalone.recorded.RecordedDecisions;
import io.creditstream.standalone.recorded.RecordedOutcomes;
import io.creditstream.trainer.publish.PublishedModels;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "backtest",
    description = "Tells what another policy would have made of the recorded decisions.",
    mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {

  /** So many decisions at a time share one reading of the applications, and the memory. */
  private static final int BATCH = 20_000;

  @Mixin private RecordedData data = new RecordedData();

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "The other policy, in the form of policy.json of a bundle.")
  private Path policyFile = Path.of(".");

  @Option(
      names = "--model",
      paramLabel = "BUNDLE",
      description = {
        "Directory of a bundle whose model decisions name that is no longer kept: rules that look at",
        "features need to know them."
      })
  private Optional<Path> model = Optional.empty();

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
    Optional<Bundle> atHand = model.map(BundleDirectory::read);
    print(policy, costs, data.open(connection -> result(connection, policy, atHand, costs)));
    return 0;
  }

  private static BacktestResult result(
      Connection connection, Policy policy, Optional<Bundle> atHand, Costs costs) {
    Backtest backtest = new Backtest(costs);
    PolicyTrial trial = new PolicyTrial(policy, dictionaries(connection, atHand));
    if (trial.needsApplications()) {
      RecordedDecisions.batches(
          connection,
          decision -> true,
          BATCH,
          batch ->
              RecordedCases.applications(
                  connection,
                  batch,
                  (decision, application) ->
                      backtest.add(decision, trial.of(decision, application))));
    } else {
      RecordedDecisions.read(
          connection, decision -> backtest.add(decision, trial.of(decision, Optional.empty())));
    }
    RecordedOutcomes.read(connection, backtest::add);
    return backtest.result();
  }

  private static Function<String, Optional<FeatureDictionary>> dictionaries(
      Connection connection, Optional<Bundle> atHand) {
    PublishedModels published = PublishedModels.read(connection.client(), connection.registry());
    return sha256 ->
        Stream.concat(
                atHand.stream().filter(b -> b.manifest().modelSha256().equals(sha256)),
                published.bundles(sha256).stream())
            .map(Bundle::dictionary)
            .findFirst();
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
    printRules(result);
    System.out.printf(
        Locale.ROOT,
        "cost (an approved loan that defaults %s, a declined good client 1, a referral 0):%n%s%n",
        costs.missedDefault(),
        table);
    if (result.untold() > 0) {
      System.out.println(
          result.untold()
              + " applications are left out: they are no longer in the topics, or their model is not"
              + " kept (give its bundle with --model)");
    }
    System.out.println(
        "Known are outcomes of credit.outcomes.v1, in the main of loans that were granted. All"
            + " others are\nestimated from the recorded probabilities of default, as far as these"
            + " are calibrated.");
  }

  private static void printRules(BacktestResult result) {
    TextTable table =
        new TextTable("decided by", "applications", "changed", "recorded", "new", "difference");
    result
        .rules()
        .forEach(
            (rule, effect) ->
                table.row(
                    rule,
                    Long.toString(effect.sum().applications()),
                    Long.toString(effect.changed()),
                    cost(effect.sum().before()),
                    cost(effect.sum().after()),
                    difference(effect.sum())));
    System.out.println(
        "cost by what decides under the new policy (several rules may call for one outcome):");
    System.out.println(table);
  }

  private static String cost(double cost) {
    return String.format(Locale.ROOT, "%.1f", cost);
  }

  private static String difference(BacktestResult.Sum sum) {
    return String.format(Locale.ROOT, "%+.1f", sum.after() - sum.before());
  }

  private static void row(TextTable table, String name, BacktestResult.Sum sum) {
    table.row(
        name,
        Long.toString(sum.applications()),
        cost(sum.before()),
        cost(sum.after()),
        difference(sum));
  }
}
