package io.creditstream.simulator.population;

/**
 * The loan asked for. Goods price first; the credit is the price times a ratio at or above 1 (fees,
 * insurance), the annuity a share of the credit. A revolving loan is a limit with a 5 % instalment.
 */
final class LoanColumns implements ColumnGroup {
  private static final double REVOLVING_ANNUITY = 0.05;

  @Override
  public void fill(ClientDraw client, Row row) {
    boolean revolving = client.revolving();
    row.set("NAME_CONTRACT_TYPE", client.level("NAME_CONTRACT_TYPE"));
    double income = Math.max(4500, Math.round(client.quantile("AMT_INCOME_TOTAL") / 4500) * 4500.0);
    DriftShift shift = client.shift();
    if (shift != null) {
      income = Math.max(450, Math.round(income * shift.incomeFactor() / 450) * 450.0);
    }
    row.set("AMT_INCOME_TOTAL", Cells.amount(income));

    double goods;
    double credit;
    double annuity;
    if (revolving) {
      double u = client.uniform("AMT_GOODS_PRICE");
      goods = toStep(client.part().grid("AMT_GOODS_PRICE|Revolving").at(u), 4500);
      credit = goods;
      annuity = goods * REVOLVING_ANNUITY;
    } else {
      goods = toStep(client.quantile("AMT_GOODS_PRICE"), 4500);
      credit = toStep(goods * client.quantile("CREDIT_TO_GOODS"), 4.5);
      annuity = Math.min(credit, toStep(credit * client.quantile("ANNUITY_TO_CREDIT"), 4.5));
    }
    boolean noGoods = client.chance(client.part().rate("missing.AMT_GOODS_PRICE"));
    boolean noAnnuity = client.chance(client.part().rate("missing.AMT_ANNUITY"));
    row.set("AMT_CREDIT", Cells.amount(credit));
    row.set("AMT_ANNUITY", noAnnuity ? Cells.MISSING : Cells.amount(annuity));
    row.set("AMT_GOODS_PRICE", noGoods ? Cells.MISSING : Cells.amount(goods));
    row.set("NAME_TYPE_SUITE", client.freeLevel("NAME_TYPE_SUITE"));
    row.set("WEEKDAY_APPR_PROCESS_START", client.freeLevel("WEEKDAY_APPR_PROCESS_START"));
    row.set("HOUR_APPR_PROCESS_START", client.level("HOUR_APPR_PROCESS_START"));
  }

  private static double toStep(double value, double step) {
    return Math.max(step, Math.round(value / step) * step);
  }
}
