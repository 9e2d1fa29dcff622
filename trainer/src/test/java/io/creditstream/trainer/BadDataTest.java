package io.creditstream.trainer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.dataset.DatasetException;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dataset.SubmissionTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadDataTest {

  private static final String HEADER =
      "SK_ID_CURR,TARGET,NAME_CONTRACT_TYPE,AMT_INCOME_TOTAL,AMT_CREDIT,DAYS_BIRTH\n";

  @TempDir private Path directory;

  @Test
  void shouldNameTheTableThatIsMissing() throws IOException {
    write("bureau.csv", "SK_ID_CURR,SK_ID_BUREAU\n1,2\n");

    refuses(
        directory
            + " holds neither application_train.csv nor application_train.csv.gz; unpack the"
            + " Kaggle download there");
  }

  @Test
  void shouldNameFileLineAndColumnOfMalformedApplication() throws IOException {
    write("application_train.csv", HEADER + rows(30) + "99,1,Cash loans,canary,20,-9000\n");

    refuses("application_train.csv line 32: AMT_INCOME_TOTAL must be a finite number");
  }

  @Test
  void shouldNameFileLineAndColumnOfMalformedHistory() throws IOException {
    write("application_train.csv", HEADER + rows(30));
    write(
        "bureau.csv",
        "SK_ID_CURR,SK_ID_BUREAU,AMT_CREDIT_SUM\n1,7,100\n999,8,unread\n2,9,canary\n");

    refuses("bureau.csv line 4: AMT_CREDIT_SUM must be a finite number");
  }

  @Test
  void shouldNameTheColumnThatIsMissing() throws IOException {
    write("application_train.csv", "SK_ID_CURR,TARGET\n1,0\n");

    refuses(
        "application_train.csv has no column NAME_CONTRACT_TYPE, which is needed; is its header in"
            + " the first line?");
  }

  @Test
  void shouldAskForOutcomes() throws IOException {
    write("application_train.csv", HEADER.replace("TARGET", "OTHER") + rows(30));

    refuses(
        "the outcomes of the loans are unknown: give the table a column TARGET, 1 for a default");
  }

  @Test
  void shouldAskForMoreRows() throws IOException {
    write("application_train.csv", HEADER + rows(12));

    refuses("training needs at least 10 repaid and 10 defaulted loans; there are 6 and 6");
  }

  @Test
  void shouldAskForBothOutcomes() throws IOException {
    write("application_train.csv", HEADER + rows(30).replace(",1,Cash", ",0,Cash"));

    refuses("training needs at least 10 repaid and 10 defaulted loans; there are 30 and 0");
  }

  /** One line, without any value of the files. */
  private void refuses(String message) {
    assertThatThrownBy(this::train)
        .isInstanceOf(DatasetException.class)
        .hasMessage(message)
        .message()
        .doesNotContain("canary", "\n");
  }

  private void train() {
    try (DossierSource dossiers =
        KaggleDirectory.open(directory)
            .dossiers(KaggleTable.APPLICATION_TRAIN, SubmissionTimes.at(TestDossiers.SUBMITTED))) {
      TestTraining.train(1, dossiers);
    }
  }

  private static String rows(int count) {
    StringBuilder rows = new StringBuilder();
    for (int id = 1; id <= count; id++) {
      rows.append(id).append(',').append(id % 2).append(",Cash loans,10.5,20,-9000\n");
    }
    return rows.toString();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }
}
