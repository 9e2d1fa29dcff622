package io.creditstream.scorer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClientDecisionKeyTest {

  private static final Instant NOW = Instant.parse("2026-06-15T10:00:00.123Z");

  @Test
  void shouldReadWhatItWrites() {
    for (String client : List.of("client-1", "é\0/0004", "4")) {
      ClientDecisionKey key = new ClientDecisionKey(client, NOW, "a:1");

      assertThat(ClientDecisionKey.read(key.text())).isEqualTo(key);
    }
  }

  @Test
  void shouldSortTheDecisionsOfAClientFromTheNewestOn() {
    List<String> sorted = sorted(key("c", 0, "old"), key("c", 2, "new"), key("c", 1, "middle"));

    assertThat(sorted)
        .extracting(text -> ClientDecisionKey.read(text).applicationId())
        .containsExactly("new", "middle", "old");
  }

  @Test
  void shouldKeepTheKeysOfAClientTogetherWhateverOtherIdsHold() {
    String inside = key("c", 1, "a").text().substring(4);
    List<ClientDecisionKey> others =
        List.of(key("b", 1, "a"), key("cc", 1, "a"), key(inside, 1, "a"), key("", 1, "a"));
    ClientDecisionKey one = key("c", 1, "a");

    List<String> range =
        Stream.concat(others.stream(), Stream.of(one))
            .map(ClientDecisionKey::text)
            .filter(text -> text.compareTo(ClientDecisionKey.first("c", "")) >= 0)
            .filter(text -> text.compareTo(ClientDecisionKey.end("c")) <= 0)
            .toList();

    assertThat(range).containsExactly(one.text());
  }

  @Test
  void shouldGoOnAfterAPosition() {
    ClientDecisionKey newest = key("c", 2, "a");
    ClientDecisionKey sameTime = key("c", 2, "a2");

    String first = ClientDecisionKey.first("c", newest.position());

    assertThat(first).isGreaterThan(newest.text()).isLessThan(sameTime.text());
  }

  @Test
  void shouldTellWhatIsNoPosition() {
    assertThat(ClientDecisionKey.isPosition(key("c", 1, "a").position())).isTrue();
    assertThat(ClientDecisionKey.isPosition("")).isFalse();
    assertThat(ClientDecisionKey.isPosition("7fffffffffffffff")).isFalse();
    assertThat(ClientDecisionKey.isPosition("7fffffffffffff-fa")).isFalse();
  }

  private static ClientDecisionKey key(String client, int seconds, String application) {
    return new ClientDecisionKey(client, NOW.plusSeconds(seconds), application);
  }

  private static List<String> sorted(ClientDecisionKey... keys) {
    TreeSet<String> texts = new TreeSet<>();
    for (ClientDecisionKey key : keys) {
      texts.add(key.text());
    }
    return List.copyOf(texts);
  }
}
