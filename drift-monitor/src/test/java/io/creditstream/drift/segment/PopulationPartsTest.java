package io.creditstream.drift.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.schemas.LoanApplication;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationPartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NAME_CONTRACT_TYPE | NAME_CONTRACT_TYPE=Cash loans",
        "REGION_RATING_CLIENT | REGION_RATING_CLIENT=2",
        "NAME_INCOME_TYPE | NAME_INCOME_TYPE=missing",
        "AMT_INCOME_TOTAL:100000 | AMT_INCOME_TOTAL=100000 and above",
        "AMT_INCOME_TOTAL:100000.5,2e5 | AMT_INCOME_TOTAL=100000.5..200000",
        "AMT_INCOME_TOTAL: 200000, 300000 | AMT_INCOME_TOTAL=below 200000"
      })
  void shouldPartByAColumnOfTheApplication(String expression, String segment) {
    assertThat(Segmentation.parse(expression).of(application())).isEqualTo(segment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_SUCH | the application has no column NO_SUCH",
        "AMT_CREDIT | segments of AMT_CREDIT need bands, as in AMT_CREDIT:1000,2000",
        "CODE_GENDER:1 | segments of CODE_GENDER, a text, cannot have bands",
        "AMT_CREDIT:5,5 | bounds of the segments of AMT_CREDIT must ascend",
        "AMT_CREDIT:x | a bound of the segments of AMT_CREDIT is no number"
      })
  void shouldSayWhatIsWrongWithAnExpression(String expression, String message) {
    assertThatThrownBy(() -> Segmentation.parse(expression)).hasMessage(message);
  }

  @Test
  void shouldFindTheGroupsAndKeepThemOutOfTexts() {
    PopulationParts parts =
        PopulationParts.parse("NAME_CONTRACT_TYPE; REGION_RATING_CLIENT", "gender,age", 20);
    LoanApplication young = application();
    young.setDaysBirth(-8_000);
    LoanApplication old = application();
    old.setDaysBirth(-30_000);
    old.setCodeGender(null);

    Traits traits = parts.of(application());

    assertThat(traits.segments())
        .containsExactly("NAME_CONTRACT_TYPE=Cash loans", "REGION_RATING_CLIENT=2");
    assertThat(traits.groups()).containsEntry("gender", "F").containsEntry("age", "40 to 49");
    assertThat(parts.of(young).groups()).containsEntry("age", "under 30");
    assertThat(parts.of(old).groups())
        .containsEntry("age", "60 and over")
        .containsEntry("gender", "unknown");
    assertThat(traits).hasToString("Traits");
  }

  @Test
  void shouldComeBackFromBytes() {
    Traits traits = PopulationParts.parse("NAME_CONTRACT_TYPE", "age", 1).of(application());
    VarintWriter out = new VarintWriter();

    traits.write(out);

    assertThat(Traits.read(new VarintReader(out.toBytes()))).isEqualTo(traits);
  }

  @Test
  void shouldNeedNoApplicationsForNothing() {
    assertThat(PopulationParts.parse("", "none", 20).needApplications()).isFalse();
    assertThat(PopulationParts.defaults().needApplications()).isTrue();
    assertThatThrownBy(() -> PopulationParts.parse("", "income", 20))
        .hasMessage("groups are gender, age, both or none");
  }

  private static LoanApplication application() {
    return LoanApplication.newBuilder()
        .setApplicationId("a")
        .setClientId("c")
        .setSubmittedAt(Instant.EPOCH)
        .setNameContractType("Cash loans")
        .setCodeGender("F")
        .setDaysBirth(-15_000)
        .setRegionRatingClient(2)
        .setAmtIncomeTotal(150_000)
        .setAmtCredit(500_000)
        .build();
  }
}
