package io.creditstream.scorer.topology;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.deadletter.DeadLetter;
import io.creditstream.scorer.deadletter.DeadLetterReason;
import io.creditstream.scorer.decision.ApplicationDigest;
import io.creditstream.scorer.decision.Decisions;
import io.creditstream.scorer.decision.Origin;
import io.creditstream.scorer.decision.RecordedDecision;
import io.creditstream.scorer.decision.Scored;
import io.creditstream.scorer.decision.SessionHolder;
import io.creditstream.scorer.decision.TraceIds;
import io.creditstream.scorer.validation.Checked;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
  private final SessionHolder session;
  private final ApplicationDigest digests = new ApplicationDigest();
  private final Map<HistorySource<?>, KeyValueStore<String, byte[]>> histories = new HashMap<>();
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<String, byte[]> decisions;
  private DeadLetterOutlet deadLetters;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  ApplicationProcessor(ScoringParts parts) {
    this.parts = parts;
    this.session = new SessionHolder(parts.activeModel());
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> newContext) {
    context = newContext;
    decisions = newContext.getStateStore(ScoringNodes.DECISIONS_STORE);
    for (HistorySource<?> source : HistorySource.all()) {
      histories.put(source, newContext.getStateStore(ScoringNodes.historyStore(source)));
    }
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
      decide(record, place, application, digest);
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

  private void decide(
      Record<byte[], byte[]> record,
      RecordMetadata place,
      LoanApplication application,
      byte[] digest) {
    long start = System.nanoTime();
    ClientHistory history = history(application.getClientId());
    Scored scored =
        session
            .current()
            .score(application, history, parts.explainAll() || application.getExplain());
    Instant decidedAt = now();
    LoanDecision decision =
        Decisions.of(application, history, scored, origin(record, place), decidedAt);
    byte[] bytes = parts.decisionSerializer().serialize(Topics.DECISIONS.name(), decision);
    decisions.put(application.getApplicationId(), new RecordedDecision(digest, bytes).bytes());
    context.forward(
        new Record<>(
            record.key(),
            bytes,
            // A topic may refuse a time that lies ahead of the broker's clock.
            Math.min(application.getSubmittedAt().toEpochMilli(), decidedAt.toEpochMilli()),
            traceHeader(record.headers())),
        ScoringNodes.WRITE_DECISIONS);
    parts
        .metrics()
        .decided(
            scored.outcome(),
            scored.model().version(),
            Duration.ofNanos(System.nanoTime() - start),
            Duration.ofMillis(Math.max(0, decidedAt.toEpochMilli() - record.timestamp())));
  }

  private ClientHistory history(String clientId) {
    return parts.histories().assemble(source -> page(source, clientId));
  }

  private byte @Nullable [] page(HistorySource<?> source, String clientId) {
    return Objects.requireNonNull(histories.get(source)).get(clientId);
  }

  private static Origin origin(Record<byte[], byte[]> record, RecordMetadata place) {
    return new Origin(
        place.topic(),
        place.partition(),
        place.offset(),
        TraceIds.of(record.headers(), place.topic(), place.partition(), place.offset()));
  }

  private static Headers traceHeader(Headers original) {
    Headers headers = new RecordHeaders();
    Header trace = original.lastHeader(TraceIds.HEADER);
    if (trace != null) {
      headers.add(trace);
    }
    return headers;
  }

  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  @Override
  public void close() {
    session.close();
  }
}
