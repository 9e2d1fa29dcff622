package io.creditstream.simulator.population;

/** Observed and defaulted people of the client's surroundings; defaults never exceed observed. */
final class CircleColumns implements ColumnGroup {
  private static final String OBSERVED = "OBS_30_CNT_SOCIAL_CIRCLE";
  private static final String DEFAULTED = "DEF_30_CNT_SOCIAL_CIRCLE";

  @Override
  public void fill(ClientDraw client, Row row) {
    boolean unknown = client.chance(client.part().rate("missing." + OBSERVED));
    boolean fewer = client.chance(client.part().rate("OBS_60 below OBS_30"));
    boolean fewerDefaulted = client.chance(client.part().rate("DEF_60 below DEF_30"));
    if (unknown) {
      return;
    }
    long observed = (long) Double.parseDouble(client.level(OBSERVED));
    long defaulted =
        observed == 0 ? 0 : Math.min(observed, (long) Double.parseDouble(client.level(DEFAULTED)));
    long observed60 = fewer ? Math.max(0, observed - 1) : observed;
    long defaulted60 = fewerDefaulted ? Math.max(0, defaulted - 1) : defaulted;
    row.set(OBSERVED, Cells.pointZero(observed));
    row.set(DEFAULTED, Cells.pointZero(defaulted));
    row.set("OBS_60_CNT_SOCIAL_CIRCLE", Cells.pointZero(observed60));
    row.set("DEF_60_CNT_SOCIAL_CIRCLE", Cells.pointZero(Math.min(defaulted60, observed60)));
  }
}
