package io.creditstream.advisor.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveTest {

  @Test
  void shouldTellWhatDiffersMostAndLeaveOutTheRest() {
    Interpretation before =
        of(one("A", 1, 0.5), one("B", 2, 0.1), one("C", 3, 0.2), one("D", 4, 1));
    Interpretation now = of(one("A", 1, 0.5), one("B", 9, -0.4), one("C", 3, 0.3), one("E", 5, 2));

    List<Move> moves = Move.largest(before, now, 5);

    assertThat(moves).extracting(move -> move.now().feature().name()).containsExactly("B", "C");
    assertThat(moves.get(0).before().value()).isEqualTo(2);
    assertThat(moves.get(0).now().value()).isEqualTo(9);
    assertThat(moves.get(0).difference()).isEqualTo(-0.5);
    assertThat(Move.largest(before, now, 1)).hasSize(1);
  }

  private static Interpretation of(Contribution... contributions) {
    return new Interpretation(-2, -1, List.of(contributions), 0, 0);
  }

  private static Contribution one(String name, double value, double logOdds) {
    return new Contribution(
        new FeatureEntry(name, FeatureKind.NUMERIC, "t", name, name, true, List.of()),
        value,
        logOdds);
  }
}
