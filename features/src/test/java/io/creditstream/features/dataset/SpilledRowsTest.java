package io.creditstream.features.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpilledRowsTest {

  private static final SubmissionTimes TIMES =
      SubmissionTimes.at(Instant.parse("2024-06-15T10:00:00Z"));

  @TempDir Path directory;

  @Test
  void shouldGiveTheSameDossiersFromDiskAsFromMemory() throws IOException {
    Map<KaggleTable, CsvTable> tables = tables();

    List<Dossier> inMemory = read(tables, PartedRows.inMemory());
    List<Dossier> spilled = read(tables, new SpilledRows(directory, 7));

    assertThat(inMemory).hasSize(50);
    assertThat(spilled).containsExactlyInAnyOrderElementsOf(inMemory);
    assertThat(inMemory)
        .allMatch(dossier -> dossier.history().bureauCredits().size() == 2)
        .allMatch(dossier -> dossier.history().bureauCredits().get(0).getBalances().size() == 3);
  }

  @Test
  void shouldLeaveNoTemporaryFiles() throws IOException {
    try (SpilledRows rows = new SpilledRows(directory, 3)) {
      assertThat(rows.parts()).isEqualTo(3);
      assertThat(directory).isNotEmptyDirectory();
    }

    assertThat(directory).isEmptyDirectory();
  }

  private static List<Dossier> read(Map<KaggleTable, CsvTable> tables, PartedRows rows) {
    List<Dossier> dossiers = new ArrayList<>();
    try (DossierSource source =
        KaggleLoader.load(tables, KaggleTable.APPLICATION_TRAIN, TIMES, rows)) {
      source.forEach(dossiers::add);
    }
    dossiers.sort(Comparator.comparing(dossier -> dossier.application().getClientId()));
    return dossiers;
  }

  private Map<KaggleTable, CsvTable> tables() throws IOException {
    StringBuilder applications =
        new StringBuilder(
            "SK_ID_CURR,TARGET,NAME_CONTRACT_TYPE,AMT_INCOME_TOTAL,AMT_CREDIT,DAYS_BIRTH\n");
    StringBuilder bureau = new StringBuilder("SK_ID_CURR,SK_ID_BUREAU,CREDIT_TYPE\n");
    StringBuilder balances = new StringBuilder("SK_ID_BUREAU,MONTHS_BALANCE,STATUS\n");
    for (int client = 1; client <= 50; client++) {
      applications.append(client).append(",0,Cash loans,1,2,-9000\n");
      for (int credit = 0; credit < 2; credit++) {
        bureau.append(client).append(',').append(client).append(credit).append(",\"a, b\"\n");
        for (int month = 0; month < 3; month++) {
          balances.append(client).append(credit).append(",-").append(month).append(",C\n");
        }
      }
    }
    Map<KaggleTable, CsvTable> tables = new EnumMap<>(KaggleTable.class);
    tables.put(KaggleTable.APPLICATION_TRAIN, table("application_train.csv", applications));
    tables.put(KaggleTable.BUREAU, table("bureau.csv", bureau));
    tables.put(KaggleTable.BUREAU_BALANCE, table("bureau_balance.csv", balances));
    return tables;
  }

  private CsvTable table(String file, CharSequence text) throws IOException {
    return new CsvTable(Files.writeString(directory.resolve(file), text));
  }
}
