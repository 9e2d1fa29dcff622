package io.creditstream.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class EventPublisherTest {

  private static final Instant NOW = Instant.parse("2024-06-15T10:00:00Z");

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final EventPublisher publisher =
      new EventPublisher(producer, new InMemorySchemaRegistryClient());

  @Test
  void shouldKnowTheOffsetsOfWrittenHistoryAlone() {
    publisher.send(Topics.BUREAU_CREDITS, "c", credit("1"));
    publisher.send(Topics.BUREAU_CREDITS, "c", credit("2"));
    publisher.send(Topics.OUTCOMES, "c", new LoanOutcome("a", "c", NOW, RepaymentResult.REPAID));
    assertThat(publisher.offsets()).isEmpty();

    publisher.flush();

    assertThat(publisher.offsets())
        .isEqualTo(Map.of(new TopicPartition(Topics.BUREAU_CREDITS.name(), 0), 2L));
  }

  @Test
  void shouldFailTheFlushIfOneEventWasNotWritten() {
    publisher.send(Topics.BUREAU_CREDITS, "c", credit("1"));
    publisher.send(Topics.BUREAU_CREDITS, "c", credit("2"));
    producer.errorNext(new TimeoutException("the broker is away"));

    assertThatThrownBy(publisher::flush)
        .isInstanceOf(FeedException.class)
        .hasMessage("an event could not be written: the broker is away");
  }

  private static BureauCredit credit(String id) {
    BureauCredit credit = new BureauCredit();
    credit.setRecordId(id);
    credit.setClientId("c");
    credit.setEventTime(NOW);
    credit.setBalances(List.of());
    return credit;
  }
}
