package io.creditstream.drift.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void shouldSumWhateverTheOrder() {
    Tally a = new Tally().add("x", 3).add("y", -5);
    Tally b = new Tally().add("y", 7).add("z", 1);
    Tally ab = new Tally();
    ab.merge(a);
    ab.merge(b);
    Tally ba = new Tally();
    ba.merge(b);
    ba.merge(a);

    assertThat(ab).isEqualTo(ba).hasToString("{x=3, y=2, z=1}");
    assertThat(ab.get("never")).isZero();
  }

  @Test
  void shouldFindCountsByTheBeginningOfTheirNames() {
    Tally tally = new Tally().add("outcome", 9).add("outcome/A", 1).add("outcome/B", 2).add("p", 3);

    assertThat(tally.below("outcome/")).containsOnlyKeys("A", "B").containsEntry("B", 2L);
    assertThat(tally.below("q/")).isEmpty();
  }

  @Test
  void shouldComeBackFromItsBytes() {
    Tally tally = new Tally();
    for (int i = 0; i < 300; i++) {
      tally.add("score/" + (i * 37 - 5000), i - 150L);
    }
    tally.add("é😀", Long.MIN_VALUE).add("é😁", Long.MAX_VALUE).add("", 1);
    VarintWriter out = new VarintWriter();

    tally.write(out);

    assertThat(Tally.read(new VarintReader(out.toBytes()))).isEqualTo(tally);
  }
}
