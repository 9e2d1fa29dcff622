package io.creditstream.simulator.population;

/** Sex, age, family, home and documents' age. */
final class PersonColumns implements ColumnGroup {
  @Override
  public void fill(ClientDraw client, Row row) {
    String sex = client.level("CODE_GENDER");
    int birth = client.daysOfBirth();
    row.set("CODE_GENDER", sex);
    row.set("DAYS_BIRTH", Cells.whole(birth));
    row.set("FLAG_OWN_CAR", client.level("FLAG_OWN_CAR"));
    if (client.ownsCar()) {
      row.set("OWN_CAR_AGE", Cells.pointZero(Math.round(client.quantile("OWN_CAR_AGE"))));
    }
    row.set("FLAG_OWN_REALTY", client.level("FLAG_OWN_REALTY"));
    String status =
        client
            .part()
            .category("NAME_FAMILY_STATUS|" + sex)
            .at(client.uniform("NAME_FAMILY_STATUS"));
    String children = client.level("CNT_CHILDREN");
    boolean couple = status.equals("Married") || status.equals("Civil marriage");
    row.set("NAME_FAMILY_STATUS", status);
    row.set("CNT_CHILDREN", children);
    row.set("CNT_FAM_MEMBERS", Cells.pointZero(Integer.parseInt(children) + (couple ? 2 : 1)));
    row.set("NAME_EDUCATION_TYPE", client.level("NAME_EDUCATION_TYPE"));
    row.set("NAME_HOUSING_TYPE", client.level("NAME_HOUSING_TYPE"));
    row.set("DAYS_REGISTRATION", Cells.pointZero(days(client, "DAYS_REGISTRATION", birth)));
    row.set("DAYS_ID_PUBLISH", Cells.whole(days(client, "DAYS_ID_PUBLISH", birth)));
  }

  private static long days(ClientDraw client, String column, int birth) {
    return Math.max(birth, Math.min(0, Math.round(client.quantile(column))));
  }
}
