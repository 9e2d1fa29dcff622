package io.creditstream.simulator.population;

import io.creditstream.features.dataset.KaggleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws a client's earlier applications. */
final class PreviousSampler {
  private static final int IDS_PER_CLIENT = 100;
  private static final double TERM_BY_AMOUNT = 0.6;

  private final Distributions history;
  private final Distributions part;
  private final PreviousSchedule schedule;

  PreviousSampler(Distributions history, Distributions part) {
    this.history = history;
    this.part = part;
    this.schedule = new PreviousSchedule(history);
  }

  /** The rows, and of the approved ones what balances and payments need. */
  record Applications(List<String[]> rows, List<PreviousLoan> approved) {}

  Applications draw(long clientId, HistoryLatents client, RandomGenerator random) {
    int count =
        Integer.parseInt(part.category("previous.count").at(client.uniform("previous.count")));
    List<String[]> rows = new ArrayList<>(count);
    List<PreviousLoan> approved = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Row row = new Row(KaggleTable.PREVIOUS_APPLICATION);
      row.set("SK_ID_PREV", Long.toString(clientId * IDS_PER_CLIENT + i));
      row.set("SK_ID_CURR", Long.toString(clientId));
      fill(row, Long.toString(clientId * IDS_PER_CLIENT + i), client, random, approved);
      rows.add(row.cells());
    }
    return new Applications(rows, approved);
  }

  private void fill(
      Row row,
      String id,
      HistoryLatents client,
      RandomGenerator random,
      List<PreviousLoan> approved) {
    String type =
        history
            .category("previous.NAME_CONTRACT_TYPE")
            .at(client.recordUniform("previous.TYPE", random));
    String status =
        history
            .category("previous.NAME_CONTRACT_STATUS|" + type)
            .at(client.recordUniform("previous.STATUS", random));
    String key = "|" + type + "|" + status;
    QuantileGrid days = history.grid("previous.DAYS_DECISION" + key);
    double u = client.recordUniform("previous.DAYS_DECISION", random);
    int decision = (int) Math.min(-2, Math.round(days.at(u)));
    String[] product = level("previous.PRODUCT" + key, random).split("\\|", -1);
    row.set("NAME_CONTRACT_TYPE", type);
    row.set("NAME_CONTRACT_STATUS", status);
    row.set("DAYS_DECISION", Cells.whole(decision));
    row.set("NAME_PORTFOLIO", product[0]);
    row.set("NAME_PRODUCT_TYPE", product[1]);
    row.set("NAME_YIELD_GROUP", product[2]);
    row.set("PRODUCT_COMBINATION", product[3]);
    labels(row, key, product[3], random);
    double credit = 0;
    double annuity = 0;
    int term = 0;
    if (product[0].equals("XNA")) {
      row.set("AMT_APPLICATION", "0.0").set("AMT_CREDIT", "0.0");
    } else {
      double amount = client.recordScore("previous.AMT_CREDIT", random);
      credit = credit(row, type, key, amount, random);
      term = term(type, key, amount, random);
      annuity =
          term == 0
              ? credit * 0.05
              : credit * history.grid("previous.COST|" + type).at(random.nextDouble()) / term;
      annuity = Math.round(annuity * 200) / 200.0;
      row.set("AMT_ANNUITY", Cells.amount(annuity));
      row.set("CNT_PAYMENT", Cells.pointZero(term));
    }
    if (status.equals("Approved")) {
      PreviousLoan.Kind kind = PreviousLoan.Kind.of(type);
      approved.add(schedule.draw(row, id, kind, decision, credit, annuity, term, random));
    }
  }

  private void labels(Row row, String key, String combination, RandomGenerator random) {
    String goods = combination.startsWith("POS ") ? combination.split(" ")[1] : "";
    String group = goods.endsWith("s") ? goods.substring(0, goods.length() - 1) : goods;
    String channels = "previous.CHANNEL" + key;
    String[] channel =
        history.category(channels + "|" + group, channels).at(random.nextDouble()).split("\\|", -1);
    row.set("CHANNEL_TYPE", channel[0]);
    row.set("NAME_SELLER_INDUSTRY", channel[1]);
    row.set("NAME_GOODS_CATEGORY", channel[2]);
    row.set(
        "SELLERPLACE_AREA",
        Cells.whole(
            Math.round(history.grid("previous.SELLERPLACE_AREA" + key).at(random.nextDouble()))));
    for (String column :
        List.of(
            "NAME_CASH_LOAN_PURPOSE",
            "NAME_PAYMENT_TYPE",
            "CODE_REJECT_REASON",
            "NAME_TYPE_SUITE",
            "NAME_CLIENT_TYPE",
            "FLAG_LAST_APPL_PER_CONTRACT")) {
      row.set(column, level("previous." + column + key, random));
    }
    row.set("WEEKDAY_APPR_PROCESS_START", level("previous.WEEKDAY_APPR_PROCESS_START", random));
    row.set("HOUR_APPR_PROCESS_START", level("previous.HOUR_APPR_PROCESS_START", random));
    row.set("NFLAG_LAST_APPL_IN_DAY", random.nextDouble() < 0.004 ? "0" : "1");
  }

  private double credit(Row row, String type, String key, double amount, RandomGenerator random) {
    QuantileGrid amounts =
        history.grid("previous.AMT_CREDIT" + key, "previous.AMT_CREDIT|" + type + "|Approved");
    double credit = amounts.at(NormalScores.uniform(amount));
    double ratio = history.grid("previous.CREDIT_TO_APPLICATION|" + type).at(random.nextDouble());
    double step = type.equals("Consumer loans") ? 4.5 : 4500;
    credit = Math.max(step, Math.round(credit / 4.5) * 4.5);
    double application = Math.max(step, Math.round(credit / ratio / step) * step);
    boolean unstated = random.nextDouble() < history.rate("previous.NO_APPLICATION" + key);
    row.set("AMT_CREDIT", Cells.amount(credit));
    row.set("AMT_APPLICATION", unstated ? "0.0" : Cells.amount(application));
    row.set("AMT_GOODS_PRICE", unstated ? Cells.MISSING : Cells.amount(application));
    String down = "previous.RATE_DOWN_PAYMENT" + key;
    if (history.hasGrid(down)) {
      QuantileGrid rates = history.grid(down);
      double rate = rates.at(random.nextDouble());
      if (random.nextDouble() >= rates.missing()) {
        row.set("RATE_DOWN_PAYMENT", Cells.fraction(rate));
        row.set("AMT_DOWN_PAYMENT", Cells.amount(Math.round(rate * application / 4.5) * 4.5));
      }
    }
    return credit;
  }

  /** Larger loans run longer. */
  private int term(String type, String key, double amount, RandomGenerator random) {
    if (type.equals("Revolving loans")) {
      return 0;
    }
    double score =
        TERM_BY_AMOUNT * amount
            + Math.sqrt(1 - TERM_BY_AMOUNT * TERM_BY_AMOUNT) * random.nextGaussian();
    CategoryShares terms =
        history.category(
            "previous.CNT_PAYMENT" + key, "previous.CNT_PAYMENT|" + type + "|Approved");
    return (int) Double.parseDouble(terms.at(NormalScores.uniform(score)));
  }

  private String level(String name, RandomGenerator random) {
    return history.category(name).at(random.nextDouble());
  }
}
