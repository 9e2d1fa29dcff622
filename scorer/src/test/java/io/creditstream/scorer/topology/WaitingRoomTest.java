package io.creditstream.scorer.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.scorer.enrichment.WaitingApplication;
import io.creditstream.scorer.fixture.CountingMetrics;
import io.creditstream.scorer.fixture.MemoryStores;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

  private static final byte[] CLIENT = "client".getBytes(UTF_8);

  private final CountingMetrics metrics = new CountingMetrics();
  private final KeyValueStore<String, byte[]> store = MemoryStores.create("waiting");
  private final WaitingRoom room = new WaitingRoom(store, metrics);

  @Test
  void shouldCallThoseWhoseDeadlineHasPassedTheEarliestFirst() {
    room.admit("late", application(300));
    room.admit("b", application(200));
    room.admit("a", application(200));
    room.admit("early", application(100));

    assertThat(room.tick(99, 10)).isEmpty();
    assertThat(room.tick(200, 10)).containsExactly("early", "a", "b");
    assertThat(room.tick(200, 2)).containsExactly("early", "a");
    room.leave("early");
    room.leave("a");
    assertThat(room.tick(200, 2)).containsExactly("b");
  }

  @Test
  void shouldCallOnceAtTheSecondTickAfterHistoryArrived() {
    room.admit("a", application(1_000));
    room.arrived(CLIENT);

    assertThat(room.tick(1, 10)).isEmpty();
    assertThat(room.tick(2, 10)).containsExactly("a");
    assertThat(room.tick(3, 10)).isEmpty();
  }

  @Test
  void shouldFindAllAgainAfterARestart() {
    room.admit("a", application(1_000));
    room.admit("b", application(500));
    room.admit("gone", application(500));
    room.leave("gone");
    room.close();
    assertThat(metrics.waiting()).isZero();

    WaitingRoom restarted = new WaitingRoom(store, metrics);

    assertThat(metrics.waiting()).isEqualTo(2);
    assertThat(restarted.find("a").value()).containsExactly(7, 8);
    assertThat(restarted.find("gone")).isNull();
    restarted.tick(1, 10);
    assertThat(restarted.tick(2, 10)).containsExactlyInAnyOrder("a", "b");
    assertThat(restarted.tick(500, 10)).containsExactly("b");
  }

  private static WaitingApplication application(long deadline) {
    return new WaitingApplication(
        deadline, 1, 0, 5, new byte[] {1, 2}, CLIENT, null, new byte[] {7, 8});
  }
}
