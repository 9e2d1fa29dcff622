package io.creditstream.simulator.population;

import io.creditstream.features.dataset.KaggleTable;
import java.util.List;

/**
 * The building the client lives in. AVG, MODE and MEDI of a measure are missing together; MEDI has
 * the rank of AVG, MODE nearly so.
 */
final class BuildingColumns implements ColumnGroup {
  private static final double MODE_RANK_CORRELATION = 0.985;
  private static final List<String> MEASURES =
      KaggleTable.APPLICATION_TEST.columns().stream()
          .filter(column -> column.endsWith("_AVG"))
          .map(column -> column.substring(0, column.length() - "_AVG".length()))
          .toList();
  private static final List<String> LEVELS =
      List.of("FONDKAPREMONT_MODE", "HOUSETYPE_MODE", "WALLSMATERIAL_MODE", "EMERGENCYSTATE_MODE");

  @Override
  public void fill(ClientDraw client, Row row) {
    double noise = Math.sqrt(1 - MODE_RANK_CORRELATION * MODE_RANK_CORRELATION);
    for (String measure : MEASURES) {
      String average = measure + "_AVG";
      double other =
          MODE_RANK_CORRELATION * client.score(average) + noise * client.random().nextGaussian();
      if (client.missing(average)) {
        continue;
      }
      double u = client.uniform(average);
      row.set(average, value(client, average, u));
      row.set(measure + "_MODE", value(client, measure + "_MODE", NormalScores.uniform(other)));
      row.set(measure + "_MEDI", value(client, measure + "_MEDI", u));
    }
    if (!client.missing("TOTALAREA_MODE")) {
      row.set("TOTALAREA_MODE", value(client, "TOTALAREA_MODE", client.uniform("TOTALAREA_MODE")));
    }
    for (String level : LEVELS) {
      String cell = client.freeLevel(level);
      row.set(level, client.missing(level) ? Cells.MISSING : cell);
    }
  }

  private static String value(ClientDraw client, String column, double u) {
    return Cells.shortFraction(client.part().grid(column).at(u));
  }
}
