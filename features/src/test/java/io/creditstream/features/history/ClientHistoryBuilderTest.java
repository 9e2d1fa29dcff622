package io.creditstream.features.history;

import static io.creditstream.features.TestClients.SUBMITTED;
import static io.creditstream.features.TestClients.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.BureauCredit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ClientHistoryBuilderTest {

  private static final HistorySource<BureauCredit> SOURCE = HistorySource.BUREAU_CREDITS;

  @Test
  void shouldLetTheNewerEventTimeWinWhateverComesFirst() {
    BureauCredit older = credit("b1", 1, SUBMITTED.minus(Duration.ofDays(2)));
    BureauCredit newer = credit("b1", 2, SUBMITTED.minus(Duration.ofDays(1)));

    assertThat(history(List.of(older, newer))).containsExactly(newer);
    assertThat(history(List.of(newer, older))).containsExactly(newer);
  }

  @Test
  void shouldRemoveARecordAndNotResurrectIt() {
    BureauCredit record = credit("b1", 1, SUBMITTED.minus(Duration.ofDays(2)));
    BureauCredit removal = credit("b1", 1, SUBMITTED.minus(Duration.ofDays(1)));
    removal.setDeleted(true);

    assertThat(history(List.of(record, removal))).isEmpty();
    assertThat(history(List.of(removal, record))).isEmpty();
  }

  @RepeatedTest(20)
  void shouldNotDependOnOrderOrRepetition(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<BureauCredit> versions = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      BureauCredit version =
          credit(
              "b" + random.nextInt(12),
              random.nextInt(4),
              SUBMITTED.minus(Duration.ofDays(random.nextInt(3))));
      version.setDeleted(random.nextInt(5) == 0);
      versions.add(version);
    }
    List<BureauCredit> expected = history(versions);

    List<BureauCredit> shuffled = new ArrayList<>(versions);
    shuffled.addAll(versions.subList(0, 20));
    Collections.shuffle(shuffled, random);

    assertThat(history(shuffled)).isEqualTo(expected);
  }

  @Test
  void shouldNameTheSourcesThatHoldNothing() {
    ClientHistory history = ClientHistory.builder().add(SOURCE, credit("b1", 1, SUBMITTED)).build();

    assertThat(history.missingSources())
        .extracting(HistorySource::toString)
        .containsExactly(
            "credit.previous-applications.v1",
            "credit.pos-cash-balances.v1",
            "credit.card-balances.v1",
            "credit.installment-payments.v1");
  }

  private static List<BureauCredit> history(List<BureauCredit> versions) {
    ClientHistoryBuilder builder = ClientHistory.builder();
    versions.forEach(version -> builder.add(SOURCE, version));
    return builder.build().bureauCredits();
  }
}
