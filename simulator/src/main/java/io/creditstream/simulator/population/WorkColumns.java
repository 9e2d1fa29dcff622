package io.creditstream.simulator.population;

import java.util.List;

/**
 * Income type, employer and where the client works. A pensioner has no employer, no work phone
 * number on file and 365243 days of employment, as the files have it.
 */
final class WorkColumns implements ColumnGroup {
  private static final int WORKING_AGE = 16 * 365;
  private static final List<String> PLACES =
      List.of(
          "REG_REGION_NOT_WORK_REGION",
          "LIVE_REGION_NOT_WORK_REGION",
          "REG_CITY_NOT_WORK_CITY",
          "LIVE_CITY_NOT_WORK_CITY");

  @Override
  public void fill(ClientDraw client, Row row) {
    boolean pensioner = client.pensioner();
    row.set("FLAG_EMP_PHONE", pensioner ? "0" : "1");
    for (String place : PLACES) {
      row.set(place, pensioner ? "0" : client.level(place));
    }
    if (pensioner) {
      row.set("NAME_INCOME_TYPE", "Pensioner");
      row.set("DAYS_EMPLOYED", "365243");
      row.set("ORGANIZATION_TYPE", "XNA");
      return;
    }
    String sex = client.male() ? "M" : "F";
    long latest = client.daysOfBirth() + WORKING_AGE;
    long employed = Math.min(0, Math.round(client.quantile("DAYS_EMPLOYED")));
    row.set("NAME_INCOME_TYPE", client.level("NAME_INCOME_TYPE"));
    row.set("DAYS_EMPLOYED", Cells.whole(Math.max(employed, latest)));
    row.set("OCCUPATION_TYPE", bySex(client, "OCCUPATION_TYPE", sex));
    row.set("ORGANIZATION_TYPE", bySex(client, "ORGANIZATION_TYPE", sex));
  }

  private static String bySex(ClientDraw client, String column, String sex) {
    return client.part().category(column + "|" + sex).at(client.uniform(column));
  }
}
