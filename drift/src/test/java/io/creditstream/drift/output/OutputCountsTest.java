package io.creditstream.drift.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.drift.tally.EffectSums;
import io.creditstream.drift.tally.Tally;
import io.creditstream.schemas.DecisionOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputCountsTest {

  @Test
  void shouldCompareGroupsWithTheBestOfThoseThatAreLargeEnough() {
    Tally tally = new Tally();
    approve(tally, "M", 200, 160);
    approve(tally, "F", 400, 240);
    approve(tally, "XNA", 3, 3);

    List<GroupApprovals> groups = GroupApprovals.of(tally);

    assertThat(groups).extracting(GroupApprovals::group).containsExactly("F", "M", "XNA");
    assertThat(groups.get(0).approvalRate()).isEqualTo(0.6);
    assertThat(groups.get(0).ratio().orElseThrow()).isCloseTo(0.75, within(1e-12));
    assertThat(groups.get(1).ratio()).hasValue(1);
    assertThat(groups.get(2).ratio()).as("too few to compare").isEmpty();
  }

  @Test
  void shouldHaveNoRatioWhereNobodyIsApproved() {
    Tally tally = new Tally();
    approve(tally, "F", 300, 0);

    assertThat(GroupApprovals.of(tally).get(0).ratio()).isEmpty();
  }

  @Test
  void shouldSumEffectsWhateverTheOrderAndCompareTheirShares() {
    EffectSums a = new EffectSums();
    a.add(EffectSums.sizes(new double[] {0.5, -0.25, 0}));
    EffectSums b = new EffectSums();
    b.add(EffectSums.sizes(new double[] {-0.5, 0.75, 0}));
    EffectSums ab = new EffectSums();
    ab.merge(a);
    ab.merge(b);
    EffectSums ba = new EffectSums();
    ba.merge(b);
    ba.merge(a);

    assertThat(ab).isEqualTo(ba);
    assertThat(ab.explained()).isEqualTo(2);
    assertThat(ab.means()).containsExactly(0.5, 0.5, 0);
    assertThat(EffectSums.distance(ab.means(), new double[] {2, 2, 0})).isZero();
    assertThat(EffectSums.distance(new double[] {1, 0}, new double[] {0, 3})).isEqualTo(1);
    assertThat(EffectSums.distance(new double[] {0, 0}, new double[] {0, 0})).isZero();
    assertThat(new EffectSums().means()).isEmpty();
  }

  private static void approve(Tally tally, String group, int decisions, int approved) {
    for (int i = 0; i < decisions; i++) {
      GroupApprovals.count(
          tally,
          "gender",
          group,
          i < approved ? DecisionOutcome.APPROVED : DecisionOutcome.DECLINED);
    }
  }
}
