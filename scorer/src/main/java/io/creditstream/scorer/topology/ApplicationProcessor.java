package io.creditstream.scorer.topology;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.deadletter.DeadLetter;
import io.creditstream.scorer.deadletter.DeadLetterReason;
import io.creditstream.scorer.decision.ApplicationDigest;
import io.creditstream.scorer.decision.RecordedDecision;
import io.creditstream.scorer.validation.Checked;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Decides each application once: the same content again changes nothing, the same id with other
 * content is set aside.
 */
final class ApplicationProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  private final ScoringParts parts;
  private final ApplicationDigest digests = new ApplicationDigest();
  private final Map<HistorySource<?>, KeyValueStore<String, byte[]>> histories = new HashMap<>();
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<String, byte[]> decisions;
  private DeadLetterOutlet deadLetters;
  private DecisionDesk desk;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  ApplicationProcessor(ScoringParts parts) {
    this.parts = parts;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> newContext) {
    context = newContext;
    decisions = newContext.getStateStore(ScoringNodes.DECISIONS_STORE);
    for (HistorySource<?> source : HistorySource.all()) {
      histories.put(source, newContext.getStateStore(ScoringNodes.historyStore(source)));
    }
    desk = new DecisionDesk(parts, newContext, decisions);
    deadLetters =
        new DeadLetterOutlet(
            newContext, ScoringNodes.setAside(Topics.APPLICATIONS), parts.metrics());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    Checked<LoanApplication> checked =
        parts.applicationGate().check(record.key(), record.value(), record.timestamp(), now());
    if (checked instanceof Checked.Bad<LoanApplication> bad) {
      deadLetters.send(record, place, bad.letter());
    } else if (checked instanceof Checked.Sound<LoanApplication> sound) {
      once(record, place, sound.value());
    } else {
      parts.metrics().tombstone(place.topic());
    }
  }

  private void once(
      Record<byte[], byte[]> record, RecordMetadata place, LoanApplication application) {
    byte[] digest = digests.of(application);
    byte[] known = decisions.get(application.getApplicationId());
    if (known == null) {
      desk.decide(record, place, application, digest, history(application.getClientId()));
    } else if (RecordedDecision.read(known).sameContent(digest)) {
      parts.metrics().duplicate();
    } else {
      deadLetters.send(
          record,
          place,
          new DeadLetter(
              DeadLetterReason.CONFLICT, "the application id was decided with other content"));
    }
  }

  private ClientHistory history(String clientId) {
    return parts.histories().assemble(source -> page(source, clientId));
  }

  private byte @Nullable [] page(HistorySource<?> source, String clientId) {
    return Objects.requireNonNull(histories.get(source)).get(clientId);
  }

  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  @Override
  public void close() {
    desk.close();
  }
}
