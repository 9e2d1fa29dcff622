package io.creditstream.standalone.recorded;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.schemas.serde.AvroDecodingException;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.scorer.decision.Origin;
import io.creditstream.scorer.decision.TraceIds;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The records that decisions name as their sources. */
final class RecordedApplications {

  private final Map<SourceRecord, Source> found = new HashMap<>();

  /** An application and where it lies. */
  record Source(LoanApplication application, Origin origin) {}

  private RecordedApplications() {}

  /** Reads the sources of some decisions; those that the topic no longer holds are absent. */
  static RecordedApplications read(
      Connection connection, TopicScan scan, Collection<LoanDecision> decisions) {
    AvroDeserializer<LoanApplication> decoder =
        new AvroDeserializer<>(LoanApplication.class, connection.registry());
    Set<SourceRecord> wanted = new HashSet<>();
    Map<TopicPartition, Long> from = new HashMap<>();
    for (LoanDecision decision : decisions) {
      SourceRecord place = decision.getSource();
      TopicPartition partition = new TopicPartition(place.getTopic(), place.getPartition());
      if (scan.partitions(place.getTopic()).contains(partition)) {
        wanted.add(place);
        from.merge(partition, place.getOffset(), Math::min);
      }
    }
    RecordedApplications applications = new RecordedApplications();
    scan.read(
        from,
        record -> {
          SourceRecord place = place(record);
          if (wanted.contains(place)) {
            applications.add(place, record, decoder);
          }
        });
    return applications;
  }

  Optional<Source> at(SourceRecord place) {
    return Optional.ofNullable(found.get(place));
  }

  static SourceRecord place(ConsumerRecord<?, ?> record) {
    return new SourceRecord(record.topic(), record.partition(), record.offset());
  }

  private void add(
      SourceRecord place,
      ConsumerRecord<byte[], byte[]> record,
      AvroDeserializer<LoanApplication> decoder) {
    LoanApplication application;
    try {
      application = decoder.deserialize(record.topic(), record.value());
    } catch (AvroDecodingException e) {
      return;
    }
    if (application != null) {
      String trace =
          TraceIds.of(record.headers(), record.topic(), record.partition(), record.offset());
      found.put(
          place,
          new Source(
              application, new Origin(record.topic(), record.partition(), record.offset(), trace)));
    }
  }
}
