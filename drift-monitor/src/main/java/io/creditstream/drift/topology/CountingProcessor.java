package io.creditstream.drift.topology;

import io.creditstream.drift.counting.ApplicationMemory;
import io.creditstream.drift.counting.Counting;
import io.creditstream.drift.counting.RecordCounting;
import io.creditstream.drift.exchange.MessageCodec;
import io.creditstream.drift.exchange.MonitorMessage;
import io.creditstream.drift.exchange.MonitorMessage.Counted;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.intake.CountableDecision;
import io.creditstream.drift.intake.Reading;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Counts the decisions of one partition, and what comes of them, and tells the merging side at
 * regular intervals, or whenever enough have come, what it counted and how far the partition has
 * come. It also tells when decisions stay away: silence is reported, never inferred, and only when
 * none lies unread, so that a process that is slow, waits or moves holds the windows open.
 */
final class CountingProcessor implements Processor<byte[], byte[], byte[], Outgoing> {

  /** Applications that are looked at in one step of forgetting. */
  private static final int FORGETTING = 1_000;

  private final DriftParts parts;
  private ProcessorContext<byte[], Outgoing> context;
  private PendingRecords pending;
  private ApplicationMemory memory;
  private RecordCounting counting;
  private long lastArrival;
  private long lastTold;
  private boolean idle;
  private boolean moved;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  CountingProcessor(DriftParts parts) {
    this.parts = parts;
  }

  @Override
  public void init(ProcessorContext<byte[], Outgoing> newContext) {
    context = newContext;
    pending = new PendingRecords(newContext.getStateStore(DriftNodes.PENDING_STORE));
    memory =
        new ApplicationMemory(
            new KeyValueLedger(newContext.getStateStore(DriftNodes.APPLICATIONS_STORE)),
            parts.retention(),
            FORGETTING);
    counting = new RecordCounting(parts.windows(), parts.models(), memory);
    lastArrival = newContext.currentSystemTimeMs();
    lastTold = lastArrival;
    idle = false;
    moved = pending.size() > 0;
    newContext.schedule(parts.flushInterval(), PunctuationType.WALL_CLOCK_TIME, this::punctuate);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    boolean decision = place.topic().equals(Topics.DECISIONS.name());
    if (decision) {
      lastArrival = context.currentSystemTimeMs();
      idle = false;
      moved = true;
    }
    if (record.value() == null) {
      parts.metrics().tombstone(place.topic());
    } else if (place.topic().equals(Topics.APPLICATIONS.name())) {
      note(record.value());
    } else if (place.topic().equals(Topics.OUTCOMES.name())) {
      Reading<LoanOutcome> reading = parts.readers().outcomes().read(record.value(), now());
      add(record, place, reading, outcome -> counting.outcome(outcome, reached(), millis()));
    } else if (place.topic().equals(Topics.CHALLENGER_DECISIONS.name())) {
      Reading<LoanDecision> reading = parts.readers().decisions().readChallenger(record.value());
      add(record, place, reading, shadow -> counting.challenger(shadow));
    } else {
      decide(record, place);
      return;
    }
    if (decision) {
      pending.pass(place.offset());
    }
  }

  private void note(byte[] value) {
    if (!parts.population().needApplications()) {
      return;
    }
    parts
        .readers()
        .applications()
        .read(value)
        .ifPresent(
            application ->
                memory.note(
                    application.getApplicationId(), parts.population().of(application), millis()));
  }

  private void decide(Record<byte[], byte[]> record, RecordMetadata place) {
    Reading<CountableDecision> reading = parts.readers().decisions().read(record.value(), now());
    if (reading instanceof Reading.Sound<CountableDecision> sound) {
      LoanDecision decision = sound.value().decision();
      Counting counted = counting.decision(decision, sound.value().cells(), millis());
      if (parts.population().needApplications() && !counted.matched()) {
        parts.metrics().unmatched(place.topic());
      }
      // One clock that is ahead must not close the windows of all others.
      long passed = Math.min(decision.getSubmittedAt().toEpochMilli(), lastArrival);
      counted.addition().ifPresent(addition -> pending.add(addition, passed, place.offset()));
      flushIfFull();
    } else {
      if (reading instanceof Reading.Bad<CountableDecision> bad) {
        setAside(record, place, bad.letter());
      }
      pending.pass(place.offset());
    }
  }

  private <T> void add(
      Record<byte[], byte[]> record,
      RecordMetadata place,
      Reading<T> reading,
      Function<T, Counting> count) {
    if (reading instanceof Reading.Sound<T> sound) {
      Counting counted = count.apply(sound.value());
      if (!counted.matched()) {
        parts.metrics().unmatched(place.topic());
      }
      if (counted.correction()) {
        parts.metrics().outcomeCorrected();
      }
      if (counted.addition().isPresent()) {
        pending.add(counted.addition().get());
        moved = true;
        flushIfFull();
      }
    } else if (reading instanceof Reading.Bad<T> bad) {
      setAside(record, place, bad.letter());
    }
  }

  private void setAside(Record<byte[], byte[]> record, RecordMetadata place, DeadLetter letter) {
    parts.metrics().deadLetter(place.topic(), letter.reason());
    DeadLetterRecord sent = DeadLetterRecord.of(record, place, letter);
    context.forward(
        new Record<>(
            sent.key(),
            new Outgoing.SetAside(place.topic(), Objects.requireNonNull(sent.value())),
            millis(),
            sent.headers()));
  }

  /** An idle partition says so again and again, since the merging side may have begun anew. */
  private void punctuate(long now) {
    memory.forget(now);
    boolean known = idle;
    idle = isSilent(now);
    if (moved || idle != known || idle && now - lastTold >= idleMillis()) {
      flush();
    }
  }

  /** The broker is asked once a timeout at most. */
  private boolean isSilent(long now) {
    if (now - lastArrival < idleMillis()) {
      return false;
    }
    if (idle && now - lastTold < idleMillis()) {
      return true;
    }
    boolean empty = parts.backlog().isEmpty(partition(), pending.mark().nextOffset());
    if (!empty) {
      lastArrival = now;
    }
    return empty;
  }

  private long idleMillis() {
    return parts.windows().idleTimeout().toMillis();
  }

  private void flushIfFull() {
    if (pending.size() >= parts.flushSize()) {
      flush();
    }
  }

  private void flush() {
    pending.windows().forEach((window, counts) -> send(new Counted(window, counts)));
    pending.clear();
    PartitionMark mark = pending.mark();
    send(new Progress(partition(), mark.watermark(), mark.nextOffset(), idle));
    moved = false;
    lastTold = context.currentSystemTimeMs();
  }

  private int partition() {
    return context.taskId().partition();
  }

  /** Greatest event time of the decisions of the partition so far; 0 before the first. */
  private long reached() {
    return Math.max(0, pending.mark().watermark());
  }

  private long millis() {
    return context.currentSystemTimeMs();
  }

  private Instant now() {
    return Instant.ofEpochMilli(millis());
  }

  private void send(MonitorMessage message) {
    byte[] key = Integer.toString(partition()).getBytes(StandardCharsets.UTF_8);
    Outgoing outgoing = new Outgoing.Message(MessageCodec.toBytes(message));
    context.forward(new Record<>(key, outgoing, millis()));
  }
}
