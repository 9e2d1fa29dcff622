package io.creditstream.simulator.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.dataset.KaggleTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsistencyTest {
  private static final List<SyntheticClient> CLIENTS =
      new Population(Profile.TRAIN, 77).clients(3000).toList();

  @Test
  void shouldNeverOweMoreEachMonthThanWasLent() {
    for (SyntheticClient client : CLIENTS) {
      String annuity = client.application("AMT_ANNUITY");
      if (!annuity.isEmpty()) {
        assertThat(Double.parseDouble(annuity))
            .isLessThanOrEqualTo(Double.parseDouble(client.application("AMT_CREDIT")));
      }
    }
  }

  @Test
  void shouldTreatPensionersAsTheFilesDo() {
    for (SyntheticClient client : CLIENTS) {
      boolean pensioner = client.application("NAME_INCOME_TYPE").equals("Pensioner");
      assertThat(client.application("DAYS_EMPLOYED").equals("365243")).isEqualTo(pensioner);
      assertThat(client.application("ORGANIZATION_TYPE").equals("XNA")).isEqualTo(pensioner);
      assertThat(client.application("FLAG_EMP_PHONE")).isEqualTo(pensioner ? "0" : "1");
    }
  }

  @Test
  void shouldCountTheFamily() {
    for (SyntheticClient client : CLIENTS) {
      int children = Integer.parseInt(client.application("CNT_CHILDREN"));
      assertThat(Double.parseDouble(client.application("CNT_FAM_MEMBERS"))).isGreaterThan(children);
    }
  }

  @Test
  void shouldStartWorkAfterChildhood() {
    for (SyntheticClient client : CLIENTS) {
      int employed = Integer.parseInt(client.application("DAYS_EMPLOYED"));
      int birth = Integer.parseInt(client.application("DAYS_BIRTH"));
      assertThat(employed - birth).isGreaterThanOrEqualTo(16 * 365);
    }
  }

  @Test
  void shouldNameARealBureauCreditInEveryMonthlyBalance() {
    Set<String> ids = new HashSet<>();
    for (SyntheticClient client : CLIENTS) {
      Set<String> own = new HashSet<>();
      for (String[] row : client.rows(KaggleTable.BUREAU)) {
        assertThat(row[0]).isEqualTo(Long.toString(client.id()));
        assertThat(ids.add(row[1])).as("SK_ID_BUREAU is unique").isTrue();
        own.add(row[1]);
      }
      assertThat(client.rows(KaggleTable.BUREAU_BALANCE))
          .allSatisfy(row -> assertThat(own).contains(row[0]));
    }
  }

  @Test
  void shouldNameAnApprovedApplicationOfAFittingTypeInEveryBalanceAndPayment() {
    KaggleTable previous = KaggleTable.PREVIOUS_APPLICATION;
    Set<String> ids = new HashSet<>();
    for (SyntheticClient client : CLIENTS) {
      Map<String, String> approved = new HashMap<>();
      for (String[] row : client.rows(previous)) {
        assertThat(ids.add(row[previous.column("SK_ID_PREV")])).isTrue();
        if (row[previous.column("NAME_CONTRACT_STATUS")].equals("Approved")) {
          approved.put(
              row[previous.column("SK_ID_PREV")], row[previous.column("NAME_CONTRACT_TYPE")]);
        }
      }
      assertThat(client.rows(KaggleTable.POS_CASH_BALANCE))
          .allSatisfy(row -> assertThat(approved.get(row[0])).isIn("Cash loans", "Consumer loans"));
      assertThat(client.rows(KaggleTable.CREDIT_CARD_BALANCE))
          .allSatisfy(row -> assertThat(approved.get(row[0])).isEqualTo("Revolving loans"));
      assertThat(client.rows(KaggleTable.INSTALLMENTS_PAYMENTS))
          .allSatisfy(row -> assertThat(approved).containsKey(row[0]));
    }
  }

  @Test
  void shouldHaveOneBalanceForEachMonthOfAContiguousRun() {
    for (SyntheticClient client : CLIENTS) {
      assertContiguous(client.rows(KaggleTable.BUREAU_BALANCE), 0, 1);
      assertContiguous(client.rows(KaggleTable.POS_CASH_BALANCE), 0, 2);
      assertContiguous(client.rows(KaggleTable.CREDIT_CARD_BALANCE), 0, 2);
    }
  }

  @Test
  void shouldPayLessAndLessUntilALoanIsCompleted() {
    KaggleTable pos = KaggleTable.POS_CASH_BALANCE;
    for (SyntheticClient client : CLIENTS) {
      for (String[] row : client.rows(pos)) {
        double future = Double.parseDouble(row[pos.column("CNT_INSTALMENT_FUTURE")]);
        double planned = Double.parseDouble(row[pos.column("CNT_INSTALMENT")]);
        assertThat(future).isBetween(0.0, planned);
        if (row[pos.column("NAME_CONTRACT_STATUS")].equals("Completed")) {
          assertThat(future).isZero();
        }
      }
    }
  }

  @Test
  void shouldPutNothingOfTheHistoryIntoTheFuture() {
    for (SyntheticClient client : CLIENTS) {
      for (String[] row : client.rows(KaggleTable.INSTALLMENTS_PAYMENTS)) {
        assertThat(Integer.parseInt(row[4])).isNegative();
        assertThat(Integer.parseInt(row[5])).isNegative();
      }
      for (String[] row : client.rows(KaggleTable.BUREAU)) {
        assertThat(Integer.parseInt(row[4])).isLessThanOrEqualTo(0);
      }
    }
  }

  @Test
  void shouldHaveHistoriesAsLongAsRealOnes() {
    assertThat(perClient(KaggleTable.BUREAU)).isBetween(4.2, 5.4);
    assertThat(perClient(KaggleTable.PREVIOUS_APPLICATION)).isBetween(4.2, 5.4);
    assertThat(perClient(KaggleTable.POS_CASH_BALANCE)).isBetween(24.0, 33.0);
    assertThat(perClient(KaggleTable.CREDIT_CARD_BALANCE)).isBetween(8.0, 14.0);
    assertThat(perClient(KaggleTable.INSTALLMENTS_PAYMENTS)).isBetween(27.0, 45.0);
    assertThat(without(KaggleTable.BUREAU)).isBetween(0.11, 0.17);
    assertThat(without(KaggleTable.PREVIOUS_APPLICATION)).isBetween(0.02, 0.07);
    assertThat(without(KaggleTable.BUREAU_BALANCE)).isBetween(0.65, 0.75);
  }

  private static void assertContiguous(List<String[]> rows, int id, int month) {
    Map<String, Integer> newest = new HashMap<>();
    Map<String, Integer> count = new HashMap<>();
    Map<String, Integer> oldest = new HashMap<>();
    for (String[] row : rows) {
      int at = Integer.parseInt(row[month]);
      newest.merge(row[id], at, Math::max);
      oldest.merge(row[id], at, Math::min);
      count.merge(row[id], 1, Integer::sum);
    }
    count.forEach(
        (key, months) -> assertThat(newest.get(key) - oldest.get(key) + 1).isEqualTo(months));
  }

  private static double perClient(KaggleTable table) {
    return CLIENTS.stream().mapToInt(client -> client.rows(table).size()).average().orElseThrow();
  }

  private static double without(KaggleTable table) {
    return (double) CLIENTS.stream().filter(client -> client.rows(table).isEmpty()).count()
        / CLIENTS.size();
  }
}
