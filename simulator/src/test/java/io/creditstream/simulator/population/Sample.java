package io.creditstream.simulator.population;

import io.creditstream.features.dataset.KaggleTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Clients of a population, by column, for statistics. */
final class Sample {
  private final List<SyntheticClient> clients;
  private final KaggleTable table;

  Sample(Population population, long count) {
    clients = population.clients(count).collect(Collectors.toCollection(ArrayList::new));
    table = population.profile().applicationTable();
  }

  List<SyntheticClient> clients() {
    return clients;
  }

  List<String> cells(String column) {
    int position = table.column(column);
    return clients.stream().map(client -> client.application()[position]).toList();
  }

  /** The column as numbers, NaN where missing. */
  double[] numbers(String column) {
    return cells(column).stream()
        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
        .toArray();
  }

  double share(String column, String cell) {
    List<String> cells = cells(column);
    return (double) cells.stream().filter(cell::equals).count() / cells.size();
  }

  double missing(String column) {
    return share(column, "");
  }

  /** Rank correlation where both columns are present, with mean ranks for ties. */
  double spearman(String first, String second) {
    double[] x = numbers(first);
    double[] y = numbers(second);
    int[] both =
        IntStream.range(0, x.length)
            .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
            .toArray();
    return pearson(
        ranks(Arrays.stream(both).mapToDouble(i -> x[i]).toArray()),
        ranks(Arrays.stream(both).mapToDouble(i -> y[i]).toArray()));
  }

  private static double[] ranks(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
    double[] ranks = new double[values.length];
    int start = 0;
    while (start < order.length) {
      int end = start;
      while (end < order.length && values[order[end]] == values[order[start]]) {
        end++;
      }
      for (int i = start; i < end; i++) {
        ranks[order[i]] = (start + end - 1) / 2.0;
      }
      start = end;
    }
    return ranks;
  }

  private static double pearson(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
