package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.topic.Topics;
import java.util.Set;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class ChallengerTopicTest {

  @Test
  void shouldKnowAFailureThatTheTopicOfChallengersCausedAndSayHowToMendIt() {
    assertThat(ChallengerTopic.refusal(refused(Topics.CHALLENGER_DECISIONS.name())))
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal)
                    .hasMessageContaining("grant it WRITE")
                    .hasMessageContaining("publish the challenger again"));
  }

  @Test
  void shouldLeaveEveryOtherFailureToOthers() {
    assertThat(ChallengerTopic.refusal(refused(Topics.DECISIONS.name()))).isEmpty();
    assertThat(ChallengerTopic.refusal(new IllegalStateException("broken"))).isEmpty();
  }

  private static RuntimeException refused(String topic) {
    return new IllegalStateException("failed", new TopicAuthorizationException(Set.of(topic)));
  }
}
