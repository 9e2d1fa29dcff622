package io.creditstream.drift.topology;

import io.creditstream.drift.exchange.MessageCodec;
import io.creditstream.drift.exchange.MonitorMessage;
import io.creditstream.drift.exchange.MonitorMessage.Counted;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.histogram.CellList;
import io.creditstream.drift.histogram.WindowHistogram;
import io.creditstream.drift.intake.DeadLetter;
import io.creditstream.drift.intake.Reading;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.service.deadletter.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Counts the decisions of one partition and tells the merging side every few seconds, or whenever
 * enough have come, what it counted and how far the partition has come. It also tells when the
 * partition is silent: silence is reported, never inferred, so that a process that is slow, waits
 * or moves holds the windows open.
 */
final class CountingProcessor implements Processor<byte[], byte[], byte[], Outgoing> {

  private final DriftParts parts;
  private ProcessorContext<byte[], Outgoing> context;
  private PendingDecisions pending;
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
    pending = new PendingDecisions(newContext.getStateStore(DriftNodes.PENDING_STORE));
    lastArrival = newContext.currentSystemTimeMs();
    lastTold = lastArrival;
    idle = false;
    moved = pending.size() > 0;
    newContext.schedule(parts.flushInterval(), PunctuationType.WALL_CLOCK_TIME, this::punctuate);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    lastArrival = context.currentSystemTimeMs();
    idle = false;
    moved = true;
    if (record.value() == null) {
      parts.metrics().tombstone(place.topic());
      pending.pass(place.offset());
      return;
    }
    Reading reading = parts.reader().read(record.value(), Instant.ofEpochMilli(lastArrival));
    if (reading instanceof Reading.Sound sound) {
      ModelWindow window = parts.windows().windowOf(sound.modelSha256(), sound.eventTime());
      // One clock that is ahead must not close the windows of all others.
      long passed = Math.min(sound.eventTime(), lastArrival);
      pending.add(window, passed, place.offset(), sound.cells());
    } else {
      if (reading instanceof Reading.Bad bad) {
        setAside(record, place, bad.letter());
      }
      pending.pass(place.offset());
    }
    if (pending.size() >= parts.flushSize()) {
      flush();
    }
  }

  private void setAside(Record<byte[], byte[]> record, RecordMetadata place, DeadLetter letter) {
    parts.metrics().deadLetter(place.topic(), letter.reason());
    Outgoing original = new Outgoing.SetAside(record.value());
    context.forward(
        record
            .withValue(original)
            .withTimestamp(Math.min(record.timestamp(), lastArrival))
            .withHeaders(
                DeadLetterHeaders.of(
                    record.headers(), letter, place.topic(), place.partition(), place.offset())));
  }

  /** An idle partition says so again and again, since the merging side may have begun anew. */
  private void punctuate(long now) {
    long timeout = parts.windows().idleTimeout().toMillis();
    boolean known = idle;
    idle = now - lastArrival >= timeout;
    if (moved || idle && (!known || now - lastTold >= timeout)) {
      flush();
    }
  }

  private void flush() {
    Map<ModelWindow, List<CellList>> windows = new LinkedHashMap<>();
    pending.forEach(
        decision ->
            windows
                .computeIfAbsent(decision.window(), window -> new ArrayList<>())
                .add(decision.cells()));
    windows.forEach(
        (window, decisions) -> {
          WindowHistogram histogram = WindowHistogram.empty(decisions.get(0).layoutCells());
          decisions.forEach(histogram::add);
          send(new Counted(window, WindowCounts.of(histogram)));
        });
    pending.clear();
    PartitionMark mark = pending.mark();
    send(new Progress(partition(), mark.watermark(), mark.nextOffset(), idle));
    moved = false;
    lastTold = context.currentSystemTimeMs();
  }

  private int partition() {
    return context.taskId().partition();
  }

  private void send(MonitorMessage message) {
    byte[] key = Integer.toString(partition()).getBytes(StandardCharsets.UTF_8);
    Outgoing outgoing = new Outgoing.Message(MessageCodec.toBytes(message));
    context.forward(new Record<>(key, outgoing, context.currentSystemTimeMs()));
  }
}
