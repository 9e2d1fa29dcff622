package io.creditstream.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.simulator.population.Population;
import io.creditstream.simulator.population.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticDossiersTest {

  private static final int CLIENTS = 300;
  private static final Instant FIRST = Instant.parse("2024-06-15T10:00:00Z");
  private static final SubmissionTimes TIMES = SubmissionTimes.every(FIRST, Duration.ofMinutes(5));

  @ParameterizedTest
  @EnumSource
  void shouldAssembleEveryClientWithTheirOwnHistory(Profile profile) {
    SyntheticDossiers source = new SyntheticDossiers(new Population(profile, 4), CLIENTS, TIMES);

    List<Dossier> dossiers = read(source);

    assertThat(source.size()).isEqualTo(CLIENTS);
    assertThat(dossiers).hasSize(CLIENTS);
    for (int i = 0; i < CLIENTS; i++) {
      Dossier dossier = dossiers.get(i);
      String clientId = Long.toString(profile.firstId() + i);
      assertThat(dossier.application().getClientId()).isEqualTo(clientId);
      assertThat(dossier.application().getApplicationId()).isEqualTo(clientId);
      assertThat(dossier.application().getSubmittedAt()).isEqualTo(TIMES.of(i));
      ClientHistory history = dossier.history();
      belongs(HistorySource.BUREAU_CREDITS, history.bureauCredits(), dossier);
      belongs(HistorySource.PREVIOUS_APPLICATIONS, history.previousApplications(), dossier);
      belongs(HistorySource.POS_CASH_BALANCES, history.posCashBalances(), dossier);
      belongs(HistorySource.CARD_BALANCES, history.cardBalances(), dossier);
      belongs(HistorySource.INSTALLMENT_PAYMENTS, history.installmentPayments(), dossier);
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldKnowTheOutcomeUnlessItIsTheTestFile(Profile profile) {
    List<Dossier> dossiers =
        read(new SyntheticDossiers(new Population(profile, 4), CLIENTS, TIMES));

    if (profile == Profile.TEST) {
      assertThat(dossiers).extracting(Dossier::defaulted).containsOnlyNulls();
    } else {
      assertThat(dossiers).extracting(Dossier::defaulted).contains(true, false);
    }
  }

  @Test
  void shouldBringEveryKindOfHistory() {
    Set<HistorySource<?>> seen = new HashSet<>();

    read(new SyntheticDossiers(new Population(Profile.STREAM, 4), CLIENTS, TIMES))
        .forEach(
            dossier ->
                HistorySource.all().stream()
                    .filter(kind -> !dossier.history().missingSources().contains(kind))
                    .forEach(seen::add));

    assertThat(seen).containsExactlyInAnyOrderElementsOf(HistorySource.all());
  }

  @Test
  void shouldGiveTheSameClientAgainAndFurtherOnes() {
    SyntheticDossiers source = new SyntheticDossiers(new Population(Profile.STREAM, 4), 10, TIMES);

    assertThat(source.dossier(7, TIMES.of(7))).isEqualTo(read(source).get(7));
    assertThat(source.dossier(10, FIRST).application().getClientId())
        .isEqualTo(Long.toString(Profile.STREAM.firstId() + 10));
    assertThatThrownBy(() -> source.dossier(-1, FIRST))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static <R extends SpecificRecordBase> void belongs(
      HistorySource<R> source, List<R> records, Dossier dossier) {
    assertThat(records)
        .allSatisfy(
            record -> {
              assertThat(source.clientId(record)).isEqualTo(dossier.application().getClientId());
              assertThat(source.eventTime(record))
                  .isBeforeOrEqualTo(dossier.application().getSubmittedAt());
            });
  }

  private static List<Dossier> read(SyntheticDossiers source) {
    List<Dossier> dossiers = new ArrayList<>();
    source.forEach(dossiers::add);
    return dossiers;
  }
}
