package io.creditstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {

  @Test
  void shouldFindDifferentFreePorts() {
    try (LoopbackPort first = LoopbackPort.hold(0);
        LoopbackPort second = LoopbackPort.hold(0)) {
      assertThat(first.number()).isPositive().isNotEqualTo(second.number());
    }
  }

  @Test
  void shouldNeverNameAPortTwice() {
    List<Integer> ports = Stream.generate(LoopbackPort::free).limit(500).toList();

    assertThat(ports).doesNotHaveDuplicates();
  }

  @Test
  void shouldNameNoPortThatTheSystemGivesToClients() {
    List<Integer> ports = Stream.generate(LoopbackPort::free).limit(100).toList();

    assertThat(ports).allSatisfy(port -> assertThat(port).isBetween(20_000, 32_767));
  }

  @Test
  void shouldNotHoldAPortThatItNames() {
    int free = LoopbackPort.free();

    try (LoopbackPort held = LoopbackPort.hold(free)) {
      assertThat(held.number()).isEqualTo(free);
    }
  }

  @Test
  void shouldRefusePortThatIsHeld() {
    try (LoopbackPort held = LoopbackPort.hold(0)) {
      assertThatThrownBy(() -> LoopbackPort.hold(held.number()))
          .isInstanceOf(LocalClusterException.class)
          .hasMessageContaining("port " + held.number() + " is in use");
    }
  }

  @Test
  void shouldGivePortBack() {
    LoopbackPort held = LoopbackPort.hold(0);
    held.close();

    try (LoopbackPort again = LoopbackPort.hold(held.number())) {
      assertThat(again.number()).isEqualTo(held.number());
    }
  }
}
