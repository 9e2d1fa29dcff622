package io.creditstream.simulator.population;

import java.util.stream.IntStream;

/**
 * Which documents were handed in. Documents 3, 6 and 8 exclude each other and depend on the loan
 * and on being a pensioner; the others are rare and independent.
 */
final class DocumentColumns implements ColumnGroup {
  private static final int[] MAIN = {3, 6, 8};
  private static final int[] RARE =
      IntStream.rangeClosed(2, 21).filter(i -> i != 3 && i != 6 && i != 8).toArray();

  @Override
  public void fill(ClientDraw client, Row row) {
    String group =
        client.revolving() ? "Revolving loans" : client.pensioner() ? "Pensioner" : "Working";
    String main = client.freeLevel("FLAG_DOCUMENT|" + group);
    for (int i : MAIN) {
      row.set("FLAG_DOCUMENT_" + i, main.equals(Cells.whole(i)) ? "1" : "0");
    }
    for (int i : RARE) {
      String column = "FLAG_DOCUMENT_" + i;
      row.set(column, client.chance(client.part().rate(column)) ? "1" : "0");
    }
  }
}
