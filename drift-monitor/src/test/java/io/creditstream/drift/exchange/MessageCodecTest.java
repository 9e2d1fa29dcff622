package io.creditstream.drift.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.drift.exchange.MonitorMessage.Counted;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.measurement.Population.Change;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageCodecTest {

  @Test
  void shouldReadBackWhatItWrote() {
    Population population = new Population(1, 500, 1);
    List<MonitorMessage> messages =
        List.of(
            new Counted(
                new ModelWindow("ab", "contract=Cash loans", 1_700_000_000_000L, 300_000),
                WindowCounts.of(population.window(new Random(1), 30, Change.none()))),
            new Progress(3, Long.MIN_VALUE, 0, true),
            new Progress(0, 1_700_000_000_000L, 1L << 40, false));

    for (MonitorMessage message : messages) {
      assertThat(MessageCodec.fromBytes(MessageCodec.toBytes(message))).isEqualTo(message);
    }
  }

  @Test
  void shouldRefuseAnUnknownKind() {
    assertThatThrownBy(() -> MessageCodec.fromBytes(new byte[] {9}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
