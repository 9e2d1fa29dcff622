package io.creditstream.simulator.population;

/** The three external scores. A drift shift moves their normal score, never their missing rate. */
final class ScoreColumns implements ColumnGroup {
  @Override
  public void fill(ClientDraw client, Row row) {
    if (!client.missing("EXT_SOURCE_1")) {
      row.set("EXT_SOURCE_1", score(client, "EXT_SOURCE_1"));
    }
    if (!client.chance(client.part().rate("missing.EXT_SOURCE_2"))) {
      row.set("EXT_SOURCE_2", score(client, "EXT_SOURCE_2"));
    }
    if (!client.missing("EXT_SOURCE_3")) {
      row.set("EXT_SOURCE_3", score(client, "EXT_SOURCE_3"));
    }
  }

  private static String score(ClientDraw client, String column) {
    double u = NormalScores.uniform(client.externalScore(column));
    return Cells.fraction(client.part().grid(column).at(u));
  }
}
