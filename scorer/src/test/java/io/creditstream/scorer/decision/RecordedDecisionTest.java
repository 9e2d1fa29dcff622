package io.creditstream.scorer.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.scorer.fixture.Events;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordedDecisionTest {

  private final ApplicationDigest digests = new ApplicationDigest();

  @Test
  void shouldReadWhatItWrites() {
    byte[] digest = digests.of(Events.application("a"));

    RecordedDecision read =
        RecordedDecision.read(
            new RecordedDecision(Instant.EPOCH, digest, new byte[] {4, 5}).bytes());

    assertThat(read.sameContent(digest)).isTrue();
    assertThat(read.decision()).containsExactly(4, 5);
  }

  @Test
  void shouldReadWhatItWritesOfADecisionThatSupersededAnother() {
    byte[] digest = digests.of(Events.application("a"));

    RecordedDecision read =
        RecordedDecision.read(
            new RecordedDecision(Events.NOW, digest, new byte[] {4, 5}, new byte[] {1, 2, 3})
                .bytes());

    assertThat(read.decidedAt()).isEqualTo(Events.NOW);
    assertThat(read.sameContent(digest)).isTrue();
    assertThat(read.decision()).containsExactly(4, 5);
    assertThat(read.predecessor()).containsExactly(1, 2, 3);
  }

  @Test
  void shouldTellOtherContentApart() {
    byte[] one = digests.of(Events.application("a"));
    byte[] other = digests.of(Events.application("b"));

    assertThat(new RecordedDecision(Instant.EPOCH, one, new byte[0]).sameContent(other)).isFalse();
    assertThat(digests.of(Events.application("a"))).isEqualTo(one).hasSize(32);
  }

  @Test
  void shouldRefuseTheStateOfALaterRelease() {
    byte[] bytes = new RecordedDecision(Instant.EPOCH, new byte[32], new byte[0]).bytes();
    bytes[0] = 9;

    assertThatThrownBy(() -> RecordedDecision.read(bytes)).hasMessageContaining("version 9");
  }
}
