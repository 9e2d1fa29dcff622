package io.creditstream.features.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.TestClients;
import io.creditstream.features.history.ClientHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordTableTest {

  /** A record of a day with an amount, NaN where unknown. */
  private record Entry(double day, double amount) {}

  private static final Measure<Entry> AMOUNT = (entry, dates) -> entry.amount();

  private final Applicant applicant =
      Applicant.of(TestClients.application(), ClientHistory.empty());

  @Test
  void shouldSumEachSetOverItsOwnRecords() {
    RecordTable<Entry> table = table(new Entry(-1, 10), new Entry(-2, 20), new Entry(-3, 30));
    int small = table.where(RecordTable.ALL, (entry, dates) -> entry.amount() < 25);
    int smallAndOld = table.where(small, (entry, dates) -> entry.day() < -1);
    int all = table.cell(RecordTable.ALL, AMOUNT);
    int ofSmall = table.cell(small, AMOUNT);
    int ofBoth = table.cell(smallAndOld, AMOUNT);

    Tally tally = table.tally(applicant);

    assertThat(tally.countOf(RecordTable.ALL)).isEqualTo(3);
    assertThat(tally.countOf(smallAndOld)).isEqualTo(1);
    assertThat(tally.of(all, Statistic.SUM)).isEqualTo(60);
    assertThat(tally.of(ofSmall, Statistic.MEAN)).isEqualTo(15);
    assertThat(tally.of(ofBoth, Statistic.MAX)).isEqualTo(20);
  }

  @Test
  void shouldTakeTheLatestRecordsAndUndatedOnesLast() {
    RecordTable<Entry> table =
        table(new Entry(Double.NaN, 1), new Entry(-9, 2), new Entry(4, 4), new Entry(-9, 8));
    int one = table.cell(table.latest(1), AMOUNT);
    int two = table.cell(table.latest(2), AMOUNT);
    int three = table.cell(table.latest(3), AMOUNT);
    int nine = table.cell(table.latest(9), AMOUNT);

    Tally tally = table.tally(applicant);

    assertThat(tally.of(one, Statistic.SUM)).isEqualTo(4);
    assertThat(tally.of(two, Statistic.SUM)).as("of equally late ones the first").isEqualTo(6);
    assertThat(tally.of(three, Statistic.SUM)).isEqualTo(14);
    assertThat(tally.of(nine, Statistic.SUM)).isEqualTo(15);
  }

  @Test
  void shouldLeaveUnknownAmountsOutOfStatisticsButCountTheRecord() {
    RecordTable<Entry> table = table(new Entry(-1, Double.NaN), new Entry(-2, 6));
    int cell = table.cell(RecordTable.ALL, AMOUNT);

    Tally tally = table.tally(applicant);

    assertThat(tally.countOf(RecordTable.ALL)).isEqualTo(2);
    assertThat(tally.of(cell, Statistic.MEAN)).isEqualTo(6);
    assertThat(table().tally(applicant).countOf(RecordTable.ALL)).isZero();
  }

  @Test
  void shouldKeepOneCellForAMeasureOfASet() {
    RecordTable<Entry> table = table();

    assertThat(table.cell(RecordTable.ALL, AMOUNT))
        .isEqualTo(table.cell(RecordTable.ALL, AMOUNT))
        .isNotEqualTo(table.cell(table.latest(1), AMOUNT));
  }

  private static RecordTable<Entry> table(Entry... entries) {
    return new RecordTable<>(applicant -> List.of(entries), (entry, dates) -> entry.day());
  }
}
