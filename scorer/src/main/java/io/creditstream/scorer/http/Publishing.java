package io.creditstream.scorer.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.schemas.SourceRecord;
import io.creditstream.scorer.decision.TraceIds;
import io.creditstream.service.http.ProblemException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Writes events of people who wait to their topics. */
final class Publishing {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final Producer<byte[], byte[]> producer;

  Publishing(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Writes an event; returns when every replica in sync has it.
   *
   * @param traceparent header of the request, passed on where it is valid
   * @return where it lies
   * @throws ProblemException with status 413 where the topic does not take a record of that size,
   *     503 where it is not known whether the event was written
   */
  SourceRecord write(String topic, String clientId, byte[] value, @Nullable String traceparent) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, clientId.getBytes(UTF_8), value);
    TraceIds.parse(traceparent)
        .ifPresent(
            id ->
                record.headers().add(TraceIds.HEADER, String.valueOf(traceparent).getBytes(UTF_8)));
    try {
      RecordMetadata written = producer.send(record).get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      return new SourceRecord(topic, written.partition(), written.offset());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notWritten();
    } catch (ExecutionException e) {
      throw refused(e.getCause(), topic);
    } catch (RecordTooLargeException e) {
      throw tooLarge(topic);
    } catch (TimeoutException | KafkaException e) {
      throw notWritten();
    }
  }

  private static ProblemException refused(@Nullable Throwable cause, String topic) {
    if (cause instanceof RecordTooLargeException) {
      return tooLarge(topic);
    }
    return cause instanceof AuthorizationException
        ? new ProblemException(
            503, "This scorer may not write to " + topic + ": it takes no events")
        : notWritten();
  }

  private static ProblemException tooLarge(String topic) {
    return new ProblemException(
        413,
        "The event is larger than its topic takes: shorten it, or raise max.message.bytes of "
            + topic);
  }

  private static ProblemException notWritten() {
    return new ProblemException(503, "Kafka did not confirm the event: send the same again");
  }
}
