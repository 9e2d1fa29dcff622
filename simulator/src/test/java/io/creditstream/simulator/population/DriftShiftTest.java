package io.creditstream.simulator.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.dataset.KaggleTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DriftShiftTest {
  private static final int CLIENTS = 4000;
  private static final long SEED = 31;
  private static final Population PLAIN = new Population(Profile.STREAM, SEED);
  private static final Population SHIFTED =
      new Population(Profile.STREAM, SEED, DriftShift.from(0));
  private static final Set<String> DECLARED =
      Set.of(
          "AMT_INCOME_TOTAL",
          "EXT_SOURCE_1",
          "EXT_SOURCE_2",
          "EXT_SOURCE_3",
          "TARGET",
          "AMT_REQ_CREDIT_BUREAU_HOUR",
          "AMT_REQ_CREDIT_BUREAU_DAY",
          "AMT_REQ_CREDIT_BUREAU_WEEK",
          "AMT_REQ_CREDIT_BUREAU_MON",
          "AMT_REQ_CREDIT_BUREAU_QRT",
          "AMT_REQ_CREDIT_BUREAU_YEAR");

  @Test
  void shouldChangeTheDeclaredApplicationColumnsAndNoOther() {
    // when
    Set<String> changed = new TreeSet<>();
    List<String> columns = Profile.STREAM.applicationTable().columns();
    for (int i = 0; i < CLIENTS; i++) {
      String[] before = PLAIN.client(i).application();
      String[] after = SHIFTED.client(i).application();
      for (int c = 0; c < before.length; c++) {
        if (!before[c].equals(after[c])) {
          changed.add(columns.get(c));
        }
      }
    }

    // then
    assertThat(changed).isEqualTo(new TreeSet<>(DECLARED));
  }

  @Test
  void shouldTakeTheBureauDataOfSomeClientsAndLeaveEveryOtherHistoryRow() {
    for (int i = 0; i < 1500; i++) {
      SyntheticClient before = PLAIN.client(i);
      SyntheticClient after = SHIFTED.client(i);
      for (KaggleTable table : KaggleTable.values()) {
        boolean bureau = table == KaggleTable.BUREAU || table == KaggleTable.BUREAU_BALANCE;
        if (table == before.applicationTable() || (bureau && after.rows(table).isEmpty())) {
          continue;
        }
        assertThat(text(after.rows(table))).isEqualTo(text(before.rows(table)));
      }
    }
  }

  @Test
  void shouldRaiseTheShareOfMissingBureauDataByTheStatedPoints() {
    double before = withoutBureau(PLAIN);
    double after = withoutBureau(SHIFTED);

    assertThat(after - before).isBetween(0.32, 0.38);
  }

  @Test
  void shouldMoveIncomeAndScoresFarEnoughToBeSeen() {
    // given
    Sample before = new Sample(PLAIN, CLIENTS);
    Sample after = new Sample(SHIFTED, CLIENTS);

    // then
    for (String column :
        List.of("AMT_INCOME_TOTAL", "EXT_SOURCE_1", "EXT_SOURCE_2", "EXT_SOURCE_3")) {
      assertThat(psi(before.numbers(column), after.numbers(column))).as(column).isGreaterThan(0.3);
      assertThat(after.missing(column)).isEqualTo(before.missing(column));
    }
    assertThat(after.share("TARGET", "1")).isGreaterThan(before.share("TARGET", "1"));
  }

  @Test
  void shouldLeaveClientsBeforeTheShiftAsTheyAre() {
    // given
    Population later = new Population(Profile.STREAM, SEED, DriftShift.from(50));

    // then
    for (int i = 0; i < 50; i++) {
      assertThat(PopulationTest.text(later.client(i)))
          .isEqualTo(PopulationTest.text(PLAIN.client(i)));
    }
    assertThat(later.client(50).application("AMT_INCOME_TOTAL"))
        .isNotEqualTo(PLAIN.client(50).application("AMT_INCOME_TOTAL"));
  }

  @Test
  void shouldRefuseAShiftThatMakesNoSense() {
    assertThatThrownBy(() -> new DriftShift(0, 0, 0, 0)).hasMessageContaining("incomeFactor");
    assertThatThrownBy(() -> new DriftShift(0, 1, Double.NaN, 0))
        .hasMessageContaining("scoreShift");
    assertThatThrownBy(() -> new DriftShift(0, 1, 0, 1)).hasMessageContaining("bureauMissingRise");
    assertThatThrownBy(() -> new DriftShift(-1, 1, 0, 0)).hasMessageContaining("fromIndex");
  }

  private static double withoutBureau(Population population) {
    return population.clients(CLIENTS).filter(c -> c.rows(KaggleTable.BUREAU).isEmpty()).count()
        / (double) CLIENTS;
  }

  private static List<String> text(List<String[]> rows) {
    return rows.stream().map(Arrays::toString).toList();
  }

  /** Population stability index over the deciles of the first sample. */
  private static double psi(double[] before, double[] after) {
    double[] sorted = Arrays.stream(before).filter(v -> !Double.isNaN(v)).sorted().toArray();
    double[] edges = new double[9];
    for (int i = 0; i < 9; i++) {
      edges[i] = sorted[(i + 1) * sorted.length / 10];
    }
    double[] p = shares(before, edges);
    double[] q = shares(after, edges);
    double psi = 0;
    for (int i = 0; i < p.length; i++) {
      psi += (p[i] - q[i]) * Math.log(p[i] / q[i]);
    }
    return psi;
  }

  private static double[] shares(double[] values, double[] edges) {
    double[] counts = new double[edges.length + 1];
    Arrays.fill(counts, 0.5);
    double total = 0.5 * counts.length;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        int bin = 0;
        while (bin < edges.length && value > edges[bin]) {
          bin++;
        }
        counts[bin]++;
        total++;
      }
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] /= total;
    }
    return counts;
  }
}
