package io.creditstream.deploy.upgrade;

import io.creditstream.deploy.TopicRecords;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.standalone.data.Endpoints;
import java.nio.ByteBuffer;
import java.util.List;

/** The decisions that are committed at this moment, as a consumer of today reads them. */
final class RecordedDecisions implements AutoCloseable {

  private static final String TOPIC = Topics.DECISIONS.name();

  private final SchemaRegistryClient registry;
  private final AvroDeserializer<LoanDecision> decoder;
  private final TopicRecords records;

  RecordedDecisions(Endpoints endpoints) {
    this.registry =
        SchemaRegistryClients.connect(
            RegistryConfig.of(endpoints.registryUrl()), RegistryListener.ignoring());
    this.decoder = new AvroDeserializer<>(LoanDecision.class, registry);
    this.records = new TopicRecords(endpoints.bootstrapServers());
  }

  /** The applications that they are about. */
  List<String> ids() {
    return records.all(TOPIC).stream()
        .map(value -> decoder.deserialize(TOPIC, value).getApplicationId())
        .toList();
  }

  /** How many have the schema of today. */
  long ofToday() {
    return records.all(TOPIC).stream().filter(value -> !isOfNext(value)).count();
  }

  /** How many have the schema of the next release. */
  long ofNext() {
    return records.all(TOPIC).stream().filter(this::isOfNext).count();
  }

  private boolean isOfNext(byte[] value) {
    int schema = ByteBuffer.wrap(value).getInt(1);
    return registry.schemaById(schema).getField(NextRelease.ADDED) != null;
  }

  @Override
  public void close() {
    registry.close();
  }
}
