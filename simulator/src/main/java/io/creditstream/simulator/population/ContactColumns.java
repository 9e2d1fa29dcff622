package io.creditstream.simulator.population;

import java.util.List;

/** Phones, mail and the region the client lives in. */
final class ContactColumns implements ColumnGroup {
  private static final List<String> FLAGS =
      List.of(
          "FLAG_WORK_PHONE",
          "FLAG_CONT_MOBILE",
          "FLAG_PHONE",
          "FLAG_EMAIL",
          "REG_REGION_NOT_LIVE_REGION",
          "REG_CITY_NOT_LIVE_CITY",
          "REGION_POPULATION_RELATIVE",
          "REGION_RATING_CLIENT");

  @Override
  public void fill(ClientDraw client, Row row) {
    row.set("FLAG_MOBIL", "1");
    for (String flag : FLAGS) {
      row.set(flag, client.level(flag));
    }
    String rating = client.level("REGION_RATING_CLIENT");
    row.set(
        "REGION_RATING_CLIENT_W_CITY", client.freeLevel("REGION_RATING_CLIENT_W_CITY|" + rating));
    row.set(
        "DAYS_LAST_PHONE_CHANGE",
        Cells.pointZero(Math.min(0, Math.round(client.quantile("DAYS_LAST_PHONE_CHANGE")))));
  }
}
