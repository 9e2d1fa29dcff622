package io.creditstream.features.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.history.HistoryDates;
import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.InstallmentPayment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KaggleDirectoryTest {

  private static final SubmissionTimes TIMES =
      SubmissionTimes.at(Instant.parse("2024-06-15T10:00:00Z"));
  private static final String HEADER =
      "SK_ID_CURR,TARGET,NAME_CONTRACT_TYPE,AMT_INCOME_TOTAL,AMT_CREDIT,DAYS_BIRTH,FLAG_OWN_CAR\n";

  @TempDir Path directory;

  @Test
  void shouldReadPlainAndPackedFilesInAnyOrderOfColumns() throws IOException {
    write("application_train.csv", HEADER + "1,0,Cash loans,10.5,20,-9000,Y\n");
    pack(
        "bureau.csv.gz",
        "EXTRA,DAYS_CREDIT,SK_ID_BUREAU,SK_ID_CURR,CREDIT_ACTIVE,DAYS_CREDIT_UPDATE\n"
            + "?,-10.0,77,1,Active,-3\n?,-9,78,2,Active,-3\n");
    write("bureau_balance.csv", "SK_ID_BUREAU,MONTHS_BALANCE,STATUS\n77,-1,C\n77,-2,0\n78,0,0\n");

    Dossier dossier = read().get(0);

    assertThat(dossier.defaulted()).isFalse();
    assertThat(dossier.application().getAmtIncomeTotal()).isEqualTo(10.5);
    assertThat(dossier.application().getFlagOwnCar()).isTrue();
    assertThat(dossier.history().bureauCredits()).hasSize(1);
    BureauCredit credit = dossier.history().bureauCredits().get(0);
    assertThat(credit.getRecordId()).isEqualTo("77");
    assertThat(credit.getAppliedOn()).isEqualTo("2024-06-05");
    assertThat(credit.getEventTime()).isEqualTo("2024-06-12T00:00:00Z");
    assertThat(credit.getBalances()).extracting("status").containsExactly("0", "C");
  }

  @Test
  void shouldKeepOpenDatesApart() throws IOException {
    write("application_train.csv", HEADER + "1,0,Cash loans,10.5,20,-9000,Y\n");
    write(
        "previous_application.csv",
        "SK_ID_CURR,SK_ID_PREV,DAYS_DECISION,DAYS_TERMINATION\n1,5,-7,365243.0\n");

    assertThat(read().get(0).history().previousApplications().get(0).getTerminatedOn())
        .isEqualTo(HistoryDates.OPEN);
  }

  @Test
  void shouldTellPartsOfAnInstalmentApartWhateverTheirOrder() throws IOException {
    String header =
        "SK_ID_CURR,SK_ID_PREV,NUM_INSTALMENT_VERSION,NUM_INSTALMENT_NUMBER,DAYS_INSTALMENT,DAYS_ENTRY_PAYMENT,AMT_PAYMENT\n";
    write("application_train.csv", HEADER + "1,0,Cash loans,10.5,20,-9000,Y\n");
    write("installments_payments.csv", header + "1,5,1,3,-8,-7,30\n1,5,1,3,-8,-7,70\n");
    List<InstallmentPayment> payments = read().get(0).history().installmentPayments();

    write("installments_payments.csv", header + "1,5,1,3,-8,-7,70\n1,5,1,3,-8,-7,30\n");

    assertThat(payments).hasSize(2).isEqualTo(read().get(0).history().installmentPayments());
  }

  @Test
  void shouldNameTheTableThatIsRequired() {
    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("application_train.csv")
        .hasMessageContaining("unpack");
  }

  @Test
  void shouldSayThatTheDirectoryIsAbsent() {
    assertThatThrownBy(() -> KaggleDirectory.open(directory.resolve("absent")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is no directory");
  }

  @Test
  void shouldListAbsentHistory() throws IOException {
    write("application_train.csv", HEADER + "1,0,Cash loans,10.5,20,-9000,Y\n");
    write("bureau.csv", "SK_ID_CURR,SK_ID_BUREAU\n");

    assertThat(KaggleDirectory.open(directory).missingHistory())
        .containsExactly(
            KaggleTable.BUREAU_BALANCE,
            KaggleTable.PREVIOUS_APPLICATION,
            KaggleTable.POS_CASH_BALANCE,
            KaggleTable.CREDIT_CARD_BALANCE,
            KaggleTable.INSTALLMENTS_PAYMENTS);
  }

  @Test
  void shouldNameFileLineAndColumnOfABadCellButNotItsValue() throws IOException {
    write(
        "application_train.csv",
        HEADER + "1,0,Cash loans,10.5,20,-9000,Y\n2,1,Cash loans,secret,20,-9000,Y\n");

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedRowException.class)
        .hasMessage("application_train.csv line 3: AMT_INCOME_TOTAL must be a finite number");
  }

  @Test
  void shouldRefuseWhatIsNoWholeNumberNoFlagOrNothing() throws IOException {
    for (String[] bad :
        new String[][] {
          {"1,0,Cash loans,10.5,20,-9000.5,Y", "DAYS_BIRTH must be a whole number"},
          {"1,0,Cash loans,10.5,20,-9000,maybe", "FLAG_OWN_CAR must be 0, 1, Y, N, Yes or No"},
          {"1,0,Cash loans,NaN,20,-9000,Y", "AMT_INCOME_TOTAL must be a finite number"},
          {"1,0,Cash loans,,20,-9000,Y", "AMT_INCOME_TOTAL must not be empty"},
          {"1,2,Cash loans,1,20,-9000,Y", "TARGET must be 0 or 1"},
          {"1,0,Cash loans", "expected 7 columns, found 3"}
        }) {
      write("application_train.csv", HEADER + bad[0] + "\n");

      assertThatThrownBy(this::read)
          .isInstanceOf(MalformedRowException.class)
          .hasMessage("application_train.csv line 2: " + bad[1]);
    }
  }

  @Test
  void shouldTakeApplicationsWithReorderedAndFurtherColumns() throws IOException {
    write(
        "application_train.csv",
        "DAYS_BIRTH,NOTE,AMT_CREDIT,TARGET,SK_ID_CURR,AMT_INCOME_TOTAL,NAME_CONTRACT_TYPE\n"
            + "-9000,unread,20,1,7,10.5,Cash loans\n");

    Dossier dossier = read().get(0);

    assertThat(dossier.application().getClientId()).isEqualTo("7");
    assertThat(dossier.application().getDaysBirth()).isEqualTo(-9000);
    assertThat(dossier.application().getAmtCredit()).isEqualTo(20);
    assertThat(dossier.defaulted()).isTrue();
  }

  @Test
  void shouldSkipAByteOrderMark() throws IOException {
    write("application_train.csv", "\uFEFF" + HEADER + "1,0,Cash loans,10.5,20,-9000,Y\n");

    assertThat(read().get(0).application().getClientId()).isEqualTo("1");
  }

  @Test
  void shouldRefuseAColumnThatStandsTwice() throws IOException {
    write("application_train.csv", HEADER.replace("FLAG_OWN_CAR", "AMT_CREDIT"));

    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessage("application_train.csv has two columns AMT_CREDIT; keep one of them");
  }

  @Test
  void shouldRefuseAClientThatStandsTwice() throws IOException {
    String row = "1,0,Cash loans,10.5,20,-9000,Y\n";
    write("application_train.csv", HEADER + row + row);

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedRowException.class)
        .hasMessageContaining("line 3");
  }

  @Test
  void shouldRefuseEmptyAndTruncatedFiles() throws IOException {
    write("application_train.csv", "");
    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is empty");

    write("application_train.csv", HEADER);
    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("no rows");

    Files.delete(directory.resolve("application_train.csv"));
    Path packed = pack("application_train.csv.gz", HEADER + "1,0,Cash loans,1,2,-9,Y\n".repeat(99));
    byte[] bytes = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("whole, unchanged CSV file");
  }

  private List<Dossier> read() {
    List<Dossier> dossiers = new ArrayList<>();
    KaggleDirectory.open(directory)
        .dossiers(KaggleTable.APPLICATION_TRAIN, TIMES)
        .forEach(dossiers::add);
    return dossiers;
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }

  private Path pack(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(text.getBytes(UTF_8));
    }
    return path;
  }
}
