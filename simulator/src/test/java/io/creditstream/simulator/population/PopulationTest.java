package io.creditstream.simulator.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.dataset.KaggleTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PopulationTest {

  @ParameterizedTest
  @EnumSource(Profile.class)
  void shouldGiveTheSameClientAgain(Profile profile) {
    // given
    Population first = new Population(profile, 42);
    Population second = new Population(profile, 42);

    // when
    List<String> forwards = IntStream.range(0, 40).mapToObj(i -> text(first.client(i))).toList();
    List<String> backwards =
        IntStream.range(0, 40).mapToObj(i -> text(second.client(39 - i))).toList();

    // then
    assertThat(IntStream.range(0, 40).mapToObj(i -> backwards.get(39 - i)).toList())
        .isEqualTo(forwards);
  }

  @Test
  void shouldGiveOtherClientsForAnotherSeed() {
    assertThat(text(new Population(Profile.TRAIN, 1).client(0)))
        .isNotEqualTo(text(new Population(Profile.TRAIN, 2).client(0)));
  }

  @Test
  void shouldGiveOtherClientsWhenStreamedThanWhenTrainedOn() {
    // given
    Population train = new Population(Profile.TRAIN, 5);
    Population stream = new Population(Profile.STREAM, 5);

    // then
    assertThat(stream.client(0).id()).isNotEqualTo(train.client(0).id());
    assertThat(stream.client(0).application("DAYS_BIRTH"))
        .isNotEqualTo(train.client(0).application("DAYS_BIRTH"));
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void shouldFillEveryRowInTheLayoutOfItsTable(Profile profile) {
    for (SyntheticClient client : new Population(profile, 3).clients(300).toList()) {
      assertThat(client.rows(profile.applicationTable())).hasSize(1);
      for (KaggleTable table : KaggleTable.values()) {
        assertThat(client.rows(table))
            .allSatisfy(
                row -> assertThat(row).hasSize(table.columns().size()).doesNotContainNull());
      }
    }
  }

  @Test
  void shouldLeaveOutTheOutcomeInTheTestPart() {
    assertThat(Profile.TEST.applicationTable().columns()).doesNotContain("TARGET").hasSize(121);
    assertThat(Profile.TRAIN.applicationTable().columns()).contains("TARGET").hasSize(122);
  }

  @Test
  void shouldRefuseANegativeIndex() {
    assertThatThrownBy(() -> new Population(Profile.TRAIN, 1).client(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("index");
  }

  static String text(SyntheticClient client) {
    StringBuilder text = new StringBuilder();
    for (KaggleTable table : KaggleTable.values()) {
      client.rows(table).forEach(row -> text.append(table).append(Arrays.toString(row)));
    }
    return text.toString();
  }
}
