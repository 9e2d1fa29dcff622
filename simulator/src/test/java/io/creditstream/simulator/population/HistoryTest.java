package io.creditstream.simulator.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dataset.SubmissionTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the history tables of both parts together with shares of the real ones. */
class HistoryTest {
  private static final int CLIENTS = 2500;
  private static final List<Population> PARTS =
      List.of(new Population(Profile.TRAIN, 8), new Population(Profile.TEST, 8));

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "BUREAU, CREDIT_ACTIVE, Active, 0.365",
    "BUREAU, CREDIT_TYPE, Credit card, 0.235",
    "BUREAU, CREDIT_DAY_OVERDUE, 0, 0.997",
    "BUREAU_BALANCE, STATUS, C, 0.475",
    "BUREAU_BALANCE, STATUS, 0, 0.282",
    "BUREAU_BALANCE, STATUS, 1, 0.008",
    "PREVIOUS_APPLICATION, NAME_CONTRACT_STATUS, Approved, 0.603",
    "PREVIOUS_APPLICATION, NAME_CONTRACT_STATUS, Refused, 0.175",
    "PREVIOUS_APPLICATION, NAME_CONTRACT_TYPE, Consumer loans, 0.421",
    "PREVIOUS_APPLICATION, NAME_PORTFOLIO, POS, 0.397",
    "PREVIOUS_APPLICATION, AMT_ANNUITY, '', 0.240",
    "POS_CASH_BALANCE, NAME_CONTRACT_STATUS, Active, 0.914",
    "POS_CASH_BALANCE, SK_DPD, 0, 0.973",
    "CREDIT_CARD_BALANCE, AMT_BALANCE, 0.0, 0.587"
  })
  void shouldHaveTheShareOf(KaggleTable table, String column, String cell, double share) {
    // given
    int position = table.column(column);

    // when
    List<String> cells =
        PARTS.stream()
            .flatMap(part -> part.clients(CLIENTS))
            .flatMap(client -> client.rows(table).stream())
            .map(row -> row[position])
            .toList();

    // then
    double found = (double) cells.stream().filter(cell::equals).count() / cells.size();
    assertThat(found).isCloseTo(share, within(0.05));
  }

  @Test
  void shouldMakeRiskyClientsLookRisky() {
    // given
    List<SyntheticClient> clients = PARTS.get(0).clients(12_000).toList();

    // when
    double refusedOfDefaulters = refused(clients, "1");
    double refusedOfOthers = refused(clients, "0");

    // then
    assertThat(refusedOfDefaulters).isGreaterThan(refusedOfOthers + 0.02);
  }

  @Test
  void shouldBeReadByTheReaderOfRealFiles() throws IOException {
    // given
    Path target = directory.resolve("data");
    PopulationFiles files = new PopulationFiles(300, 100, 4, true);
    PopulationWriter.write(target, files, PopulationWriter.Progress.NONE);
    KaggleDirectory reader = KaggleDirectory.open(target);
    SubmissionTimes times = SubmissionTimes.at(Instant.parse("2026-01-01T00:00:00Z"));

    // when
    int[] known = new int[1];
    reader
        .dossiers(io.creditstream.features.dataset.KaggleTable.APPLICATION_TRAIN, times)
        .forEach(dossier -> known[0] += dossier.defaulted() == null ? 0 : 1);
    long test =
        reader
            .dossiers(io.creditstream.features.dataset.KaggleTable.APPLICATION_TEST, times)
            .size();

    // then
    assertThat(known[0]).isEqualTo(300);
    assertThat(test).isEqualTo(100);
  }

  private static double refused(List<SyntheticClient> clients, String target) {
    KaggleTable previous = KaggleTable.PREVIOUS_APPLICATION;
    int status = previous.column("NAME_CONTRACT_STATUS");
    List<String> all =
        clients.stream()
            .filter(client -> client.application("TARGET").equals(target))
            .flatMap(client -> client.rows(previous).stream())
            .map(row -> row[status])
            .toList();
    return (double) all.stream().filter("Refused"::equals).count() / all.size();
  }
}
