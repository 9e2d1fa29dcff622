package io.creditstream.simulator.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CellsTest {

  @Test
  void shouldWriteNumbersAsTheFilesDo() {
    assertThat(Cells.whole(-41)).isEqualTo("-41");
    assertThat(Cells.whole(365_243)).isEqualTo("365243");
    assertThat(Cells.pointZero(12)).isEqualTo("12.0");
    assertThat(Cells.amount(47962.125)).isEqualTo("47962.125");
    assertThat(Cells.amount(20560.5)).isEqualTo("20560.5");
    assertThat(Cells.amount(568800)).isEqualTo("568800.0");
    assertThat(Cells.amount(-0.045)).isEqualTo("-0.045");
    assertThat(Cells.amount(-0.0001)).isEqualTo("0.0");
    assertThat(Cells.shortFraction(0.9732)).isEqualTo("0.9732");
    assertThat(Cells.fraction(0.035792)).isEqualTo("0.035792");
  }

  @Test
  void shouldAgreeWithTheLibraryOnAnyAmount() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 100_000; i++) {
      double value = Math.round(random.nextDouble(-1e6, 1e6) * 1000) / 1000.0;
      assertThat(Cells.amount(value)).isEqualTo(Double.toString(value));
    }
  }
}
