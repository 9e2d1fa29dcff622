package io.creditstream.scorer.topology;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.ApplicationDigest;
import io.creditstream.scorer.decision.RecordedDecision;
import io.creditstream.scorer.decision.TraceIds;
import io.creditstream.scorer.enrichment.PageLookup;
import io.creditstream.scorer.enrichment.WaitingApplication;
import io.creditstream.scorer.validation.Checked;
import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterReason;
import io.creditstream.service.streams.UnreadableStateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Decides each application once: the same content again changes nothing, the same id with other
 * content is set aside; a request to decide it anew makes a decision that supersedes the first. An
 * application whose history has not arrived may wait for it; the records of history that are
 * forwarded here tell that some has.
 */
final class ApplicationProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  /** How often those who wait are looked at. */
  static final Duration TICK = Duration.ofMillis(500);

  /** Most applications that a tick decides because their deadline has passed. */
  private static final int TICK_LIMIT = 5_000;

  /** Often, so that no step takes long. */
  static final Duration FORGET_INTERVAL = Duration.ofSeconds(1);

  private final ScoringParts parts;
  private final ApplicationDigest digests = new ApplicationDigest();
  private final Map<HistorySource<?>, KeyValueStore<String, byte[]>> histories = new HashMap<>();
  private ProcessorContext<byte[], byte[]> context;
  private DecisionBook book;
  private WaitingRoom waiting;
  private DeadLetterOutlet deadLetters;
  private DecisionDesk desk;
  private RescoreDesk rescoring;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  ApplicationProcessor(ScoringParts parts) {
    this.parts = parts;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> newContext) {
    context = newContext;
    book = new DecisionBook(newContext, parts.uncommitted(), parts.settings().retention());
    for (HistorySource<?> source : HistorySource.all()) {
      histories.put(source, newContext.getStateStore(ScoringNodes.historyStore(source)));
    }
    waiting =
        new WaitingRoom(newContext.getStateStore(ScoringNodes.WAITING_STORE), parts.metrics());
    desk = new DecisionDesk(parts, newContext, book);
    rescoring = new RescoreDesk(parts, newContext, book, desk, this::history);
    deadLetters =
        new DeadLetterOutlet(
            newContext, ScoringNodes.setAside(Topics.APPLICATIONS), parts.metrics());
    newContext.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    newContext.schedule(
        FORGET_INTERVAL,
        PunctuationType.WALL_CLOCK_TIME,
        now -> parts.metrics().forgotten(book.forget(Instant.ofEpochMilli(now))));
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    if (Topics.RESCORE_REQUESTS.name().equals(place.topic())) {
      rescoring.process(record, place);
      return;
    }
    if (!Topics.APPLICATIONS.name().equals(place.topic())) {
      waiting.arrived(record.key());
      return;
    }
    Checked<LoanApplication> checked = check(record);
    if (checked instanceof Checked.Bad<LoanApplication> bad) {
      deadLetters.send(record, place, bad.letter());
    } else if (checked instanceof Checked.Sound<LoanApplication> sound) {
      once(record, place, sound.value());
    } else {
      parts.metrics().tombstone(place.topic());
    }
  }

  private Checked<LoanApplication> check(Record<byte[], byte[]> record) {
    return parts
        .applicationGate()
        .check(
            record.key(),
            record.value(),
            record.timestamp(),
            Instant.ofEpochMilli(context.currentSystemTimeMs()));
  }

  private void once(
      Record<byte[], byte[]> record, RecordMetadata place, LoanApplication application) {
    long start = parts.clocks().nanoTime().getAsLong();
    byte[] digest = digests.of(application);
    byte[] known = known(application.getApplicationId());
    if (known == null) {
      decideOrWait(record, place, application, digest, start);
    } else if (Arrays.equals(known, digest)) {
      parts.metrics().duplicate();
    } else {
      deadLetters.send(
          record,
          place,
          new DeadLetter(
              DeadLetterReason.CONFLICT, "the application id was taken with other content"));
    }
  }

  /** The digest of the application that was decided or waits under an id, null if there is none. */
  private byte @Nullable [] known(String applicationId) {
    RecordedDecision decided = book.find(applicationId);
    if (decided != null) {
      return decided.digest();
    }
    WaitingApplication waits = waiting.find(applicationId);
    return waits == null ? null : waits.digest();
  }

  private void decideOrWait(
      Record<byte[], byte[]> record,
      RecordMetadata place,
      LoanApplication application,
      byte[] digest,
      long start) {
    ClientHistory history = history(application.getClientId());
    if (!parts.settings().historyWait().waits(history)) {
      desk.decide(record, place, application, digest, history, start);
      return;
    }
    byte[] trace =
        TraceIds.of(record.headers()).isPresent()
            ? record.headers().lastHeader(TraceIds.HEADER).value()
            : null;
    waiting.admit(
        application.getApplicationId(),
        new WaitingApplication(
            context.currentSystemTimeMs() + parts.settings().historyWait().deadline().toMillis(),
            record.timestamp(),
            place.partition(),
            place.offset(),
            digest,
            record.key(),
            trace,
            record.value()));
  }

  private void tick(long now) {
    for (String applicationId : waiting.tick(now, TICK_LIMIT)) {
      WaitingApplication waits = waiting.find(applicationId);
      if (waits != null) {
        reconsider(applicationId, waits, now);
      }
    }
  }

  private void reconsider(String applicationId, WaitingApplication waits, long now) {
    Record<byte[], byte[]> record =
        new Record<>(waits.key(), waits.value(), waits.timestamp(), headers(waits.trace()));
    Place place = new Place(Topics.APPLICATIONS.name(), waits.partition(), waits.offset());
    Checked<LoanApplication> checked = check(record);
    if (checked instanceof Checked.Sound<LoanApplication> sound) {
      long start = parts.clocks().nanoTime().getAsLong();
      ClientHistory history = history(sound.value().getClientId());
      boolean incomplete = parts.settings().historyWait().isIncomplete(history);
      if (incomplete && waits.deadline() > now) {
        return;
      }
      if (incomplete) {
        parts.metrics().historyRanOut();
      }
      desk.decide(record, place, sound.value(), waits.digest(), history, start);
    } else if (checked instanceof Checked.Bad<LoanApplication> bad) {
      requireReadable(bad.letter());
      deadLetters.send(record, place, bad.letter());
    }
    waiting.leave(applicationId);
  }

  /** It was when the application came. */
  private static void requireReadable(DeadLetter letter) {
    if (letter.reason().isOfDecoding()) {
      throw new UnreadableStateException(letter.message());
    }
  }

  private static RecordHeaders headers(byte @Nullable [] trace) {
    RecordHeaders headers = new RecordHeaders();
    if (trace != null) {
      headers.add(TraceIds.HEADER, trace);
    }
    return headers;
  }

  private ClientHistory history(String clientId) {
    return UnreadableStateException.guard(() -> parts.histories().assemble(pages(clientId)));
  }

  private PageLookup pages(String clientId) {
    return source -> Objects.requireNonNull(histories.get(source)).get(clientId);
  }

  @Override
  public void close() {
    desk.close();
    waiting.close();
  }
}
