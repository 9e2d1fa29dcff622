package io.creditstream.advisor.intake;

import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes records; those that cannot be decoded are counted and left out. */
final class Decoder {

  private static final Logger LOG = LoggerFactory.getLogger(Decoder.class);

  private final Deserializer<LoanApplication> applications;
  private final Deserializer<LoanDecision> decisions;
  private final Deserializer<DecisionReview> reviews;
  private final IntakeListener listener;

  Decoder(SchemaRegistryClient registry, IntakeListener listener) {
    this.applications = new AvroDeserializer<>(LoanApplication.class, registry);
    this.decisions = new AvroDeserializer<>(LoanDecision.class, registry);
    this.reviews = new AvroDeserializer<>(DecisionReview.class, registry);
    this.listener = listener;
  }

  @Nullable LoanApplication application(ConsumerRecord<byte[], byte[]> record) {
    return decode(applications, record);
  }

  @Nullable LoanDecision decision(ConsumerRecord<byte[], byte[]> record) {
    return decode(decisions, record);
  }

  @Nullable DecisionReview review(ConsumerRecord<byte[], byte[]> record) {
    return decode(reviews, record);
  }

  private <T> @Nullable T decode(
      Deserializer<T> deserializer, ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return null;
    }
    try {
      return deserializer.deserialize(record.topic(), record.value());
    } catch (RegistryUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.atWarn()
          .setMessage("record unreadable")
          .addKeyValue("topic", record.topic())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("exception", e.getClass().getName())
          .log();
      listener.unreadable(record.topic());
      return null;
    }
  }
}
