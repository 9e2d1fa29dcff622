package io.creditstream.simulator.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws a client's credits at other lenders. */
final class BureauSampler {
  private static final int IDS_PER_CLIENT = 100;
  private static final double ENDS_AS_PLANNED = 0.45;
  private static final double LATE_BY_DURATION = 0.8;
  private static final int[] AGE_LIMITS = {180, 365, 730, 1460};
  private static final String CONSUMER = "Consumer credit";
  private static final Set<String> CLASSES =
      Set.of(CONSUMER, "Credit card", "Car loan", "Mortgage", "Microloan");

  private final Distributions history;
  private final Distributions part;

  BureauSampler(Distributions history, Distributions part) {
    this.history = history;
    this.part = part;
  }

  /** The rows and, for their monthly balances, the credits, in the same order. */
  record Credits(List<String[]> rows, List<BureauCredit> credits) {}

  int count(HistoryLatents client) {
    return Integer.parseInt(part.category("bureau.count").at(client.uniform("bureau.count")));
  }

  Credits draw(long clientId, HistoryLatents client, RandomGenerator random) {
    int count = count(client);
    List<String[]> rows = new ArrayList<>(count);
    List<BureauCredit> credits = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String id = Long.toString(clientId * IDS_PER_CLIENT + i);
      rows.add(row(id, clientId, client, random, credits));
    }
    return new Credits(rows, credits);
  }

  private String[] row(
      String id,
      long clientId,
      HistoryLatents client,
      RandomGenerator random,
      List<BureauCredit> credits) {
    String type = history.category("bureau.CREDIT_TYPE").at(random.nextDouble());
    String kind = CLASSES.contains(type) ? type : CONSUMER;
    int start =
        day(history.grid("bureau.DAYS_CREDIT|" + kind), client, "bureau.DAYS_CREDIT", random);
    int age = ageClass(-start);
    String status =
        history
            .category(
                "bureau.CREDIT_ACTIVE|" + kind + "|" + age,
                "bureau.CREDIT_ACTIVE|" + CONSUMER + "|" + age)
            .at(client.recordUniform("bureau.CREDIT_ACTIVE", random));
    boolean active = status.equals("Active");
    Term term = active ? running(kind, age, start, random) : ended(kind, age, start, random);
    credits.add(new BureauCredit(id, start, term.fact()));
    Amounts amounts = amounts(kind + (active ? "|Active" : "|Closed"), active, client, random);
    return new String[] {
      Long.toString(clientId),
      id,
      status,
      history.category("bureau.CREDIT_CURRENCY").at(random.nextDouble()),
      Cells.whole(start),
      amounts.daysOverdue(),
      term.planned() == null ? Cells.MISSING : Cells.pointZero(term.planned()),
      term.fact() == null ? Cells.MISSING : Cells.pointZero(term.fact()),
      amounts.maxOverdue(),
      history.category("bureau.CNT_CREDIT_PROLONG").at(random.nextDouble()),
      amounts.sum(),
      amounts.debt(),
      amounts.limit(),
      amounts.overdue(),
      type,
      Cells.whole(term.update()),
      amounts.annuity()
    };
  }

  private static int day(
      QuantileGrid grid, HistoryLatents client, String latent, RandomGenerator random) {
    return (int) Math.min(0, Math.round(grid.at(client.recordUniform(latent, random))));
  }

  private static int ageClass(int days) {
    int i = 0;
    while (i < AGE_LIMITS.length && days >= AGE_LIMITS[i]) {
      i++;
    }
    return i;
  }

  private record Term(@Nullable Integer planned, @Nullable Integer fact, int update) {}

  private Term running(String kind, int age, int start, RandomGenerator random) {
    QuantileGrid ends =
        history.grid(
            "bureau.DAYS_CREDIT_ENDDATE|" + kind + "|" + age, "bureau.DAYS_CREDIT_ENDDATE|" + kind);
    Integer planned = null;
    double u = random.nextDouble();
    if (random.nextDouble() >= ends.missing()) {
      planned = (int) Math.max(start + 1, Math.round(ends.at(u)));
    }
    double update = history.grid("bureau.DAYS_CREDIT_UPDATE|" + kind).at(random.nextDouble());
    return new Term(planned, null, (int) Math.max(start, Math.min(0, Math.round(update))));
  }

  /** Nearly half of the credits end on the planned day; long ones end late. */
  private Term ended(String kind, int age, int start, RandomGenerator random) {
    QuantileGrid durations =
        history.grid("bureau.DURATION|" + kind + "|" + age, "bureau.DURATION|" + kind);
    QuantileGrid ends =
        history.grid("bureau.END_TO_AGE|" + kind + "|" + age, "bureau.END_TO_AGE|" + kind);
    double score = random.nextGaussian();
    double other =
        LATE_BY_DURATION * score
            + Math.sqrt(1 - LATE_BY_DURATION * LATE_BY_DURATION) * random.nextGaussian();
    double duration = durations.at(NormalScores.uniform(other));
    int fact = (int) Math.min(-1, Math.round(start * (1 - ends.at(NormalScores.uniform(score)))));
    boolean asPlanned = random.nextDouble() < ENDS_AS_PLANNED;
    boolean unknown = random.nextDouble() < durations.missing();
    int planned = asPlanned ? fact : start + (int) Math.max(1, Math.round(duration));
    double after = history.grid("bureau.UPDATE_AFTER_END").at(random.nextDouble());
    int update = (int) Math.max(fact, Math.min(-1, Math.round(fact + after)));
    return new Term(unknown ? null : planned, fact, update);
  }

  private record Amounts(
      String sum,
      String debt,
      String limit,
      String annuity,
      String maxOverdue,
      String daysOverdue,
      String overdue) {}

  private Amounts amounts(
      String kindAndState, boolean active, HistoryLatents client, RandomGenerator random) {
    double sum =
        history
            .grid("bureau.AMT_CREDIT_SUM|" + kindAndState)
            .at(client.recordUniform("bureau.AMT_CREDIT_SUM", random));
    sum = Math.round(sum / 4.5) * 4.5;
    QuantileGrid debts = history.grid("bureau.DEBT|" + kindAndState);
    double debt = sum * debts.at(client.recordUniform("bureau.DEBT", random));
    QuantileGrid limits =
        history.grid(
            "bureau.AMT_CREDIT_SUM_LIMIT|" + kindAndState,
            "bureau.AMT_CREDIT_SUM_LIMIT|Consumer credit|Active");
    QuantileGrid annuities = history.grid("bureau.ANNUITY_TO_SUM|" + kindAndState);
    double worst = client.recordUniform("bureau.AMT_CREDIT_MAX_OVERDUE", random);
    QuantileGrid maxima = history.grid("bureau.AMT_CREDIT_MAX_OVERDUE");
    boolean overdueNow = worst > 1 - history.rate("bureau overdue of active") && active;
    double days = history.grid("bureau.CREDIT_DAY_OVERDUE").at(random.nextDouble());
    double overdue = history.grid("bureau.AMT_CREDIT_SUM_OVERDUE").at(random.nextDouble());
    return new Amounts(
        Cells.amount(sum),
        cell(debt, debts.missing(), random),
        cell(limits.at(random.nextDouble()), limits.missing(), random),
        cell(
            sum * annuities.at(random.nextDouble()),
            part.rate("bureau.AMT_ANNUITY missing"),
            random),
        cell(maxima.at(worst), maxima.missing(), random),
        overdueNow ? Cells.whole(Math.max(1, Math.round(days))) : "0",
        overdueNow ? cents(overdue) : "0.0");
  }

  private static String cell(double value, double missing, RandomGenerator random) {
    return random.nextDouble() < missing ? Cells.MISSING : cents(value);
  }

  private static String cents(double value) {
    return Cells.amount(Math.round(value * 100) / 100.0);
  }
}
