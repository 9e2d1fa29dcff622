package io.creditstream.scorer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.service.http.ProblemException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class PublishingTest {

  private static final String TOPIC = "credit.applications.v1";

  @Test
  void shouldTellWhereAnEventLies() {
    MockProducer<byte[], byte[]> producer =
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    assertThat(new Publishing(producer).write(TOPIC, "client", new byte[1], null).getTopic())
        .isEqualTo(TOPIC);
  }

  @Test
  void shouldTellWhatTheBrokersSayAgainstIt() {
    assertRefused(new RecordTooLargeException("1 MB"), 413, "shorten it");
    assertRefused(new NotEnoughReplicasException("one"), 503, "send the same again");
    assertRefused(new TopicAuthorizationException(Set.of(TOPIC)), 503, "may not write to " + TOPIC);
  }

  private static void assertRefused(RuntimeException answer, int status, String detail) {
    assertThatThrownBy(
            () -> new Publishing(new Refusing(answer)).write(TOPIC, "client", new byte[1], null))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.problem().status()).isEqualTo(status);
              assertThat(problem.problem().detail()).contains(detail);
            });
  }

  /** Brokers that answer every record with an error. */
  private static final class Refusing extends MockProducer<byte[], byte[]> {

    private final RuntimeException answer;

    Refusing(RuntimeException answer) {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
      this.answer = answer;
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
      return CompletableFuture.failedFuture(answer);
    }
  }
}
