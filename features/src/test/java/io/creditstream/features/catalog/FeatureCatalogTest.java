package io.creditstream.features.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.dataset.KaggleTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureCatalogTest {

  private final FeatureCatalog catalog = FeatureCatalog.standard();

  @Test
  void shouldDeclareHundredsOfFeaturesOnce() {
    assertThat(catalog.definitions()).hasSizeGreaterThan(300);
    assertThat(catalog.definitions()).extracting(FeatureDefinition::name).doesNotHaveDuplicates();
  }

  @Test
  void shouldSayEachInPlainWordsOfBothLanguages() {
    for (FeatureDefinition definition : catalog.definitions()) {
      assertThat(definition.en()).as(definition.name()).isNotBlank();
      assertThat(definition.fr()).as(definition.name()).isNotBlank();
      assertThat(definition.name()).matches("[A-Z0-9_]+");
    }
  }

  @Test
  void shouldLeaveGenderOutOfTraining() {
    assertThat(catalog.trainable())
        .extracting(FeatureDefinition::name)
        .doesNotContain("CODE_GENDER")
        .contains("AMT_CREDIT", "BUREAU_COUNT", "PREVIOUS_REFUSED_SHARE", "CARD_BALANCE_MEAN");
  }

  @Test
  void shouldNotOfferProtectedAttributesAsReasons() {
    assertThat(catalog.require("DAYS_BIRTH").entry(List.of()).showable()).isFalse();
    assertThat(catalog.require("EMPLOYED_TO_AGE").entry(List.of()).showable()).isFalse();
    assertThat(catalog.require("CHILDREN_SHARE").entry(List.of()).showable()).isFalse();
    assertThat(catalog.require("AMT_CREDIT").entry(List.of()).showable()).isTrue();
  }

  @Test
  void shouldNameTheTablesThatAFeatureNeeds() {
    assertThat(catalog.require("AMT_CREDIT").tables()).isEmpty();
    assertThat(catalog.require("BUREAU_COUNT").tables()).containsExactly(KaggleTable.BUREAU);
    assertThat(catalog.require("BUREAU_DEBT_TO_INCOME").tables())
        .containsExactly(KaggleTable.BUREAU);
    assertThat(catalog.require("BUREAU_LATE_MONTHS_RATE").tables())
        .containsExactlyInAnyOrder(KaggleTable.BUREAU, KaggleTable.BUREAU_BALANCE);
    assertThat(catalog.definitions())
        .allSatisfy(
            feature ->
                assertThat(feature.tables())
                    .as(feature.name())
                    .allMatch(table -> table.topic().equals(feature.source())));
  }

  @Test
  void shouldRefuseAFeatureItDoesNotKnow() {
    assertThatThrownBy(() -> catalog.require("NO_SUCH_FEATURE"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NO_SUCH_FEATURE")
        .hasMessageContaining("train the model again");
  }
}
