package io.creditstream.scorer.topology;

import io.creditstream.scorer.enrichment.SourcePages;
import io.creditstream.scorer.enrichment.SourcePages.Update;
import io.creditstream.scorer.metrics.ScoringMetrics;
import io.creditstream.scorer.validation.Checked;
import io.creditstream.scorer.validation.RecordGate;
import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.streams.UnreadableStateException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Upserts the records of one source of history into the pages of their clients, and tells the
 * processor of the applications that a page has changed.
 */
final class HistoryProcessor<R extends SpecificRecordBase>
    implements Processor<byte[], byte[], byte[], byte[]> {

  private final RecordGate<R> gate;
  private final SourcePages<R> pages;
  private final String storeName;
  private final String deadLetterSink;
  private final ScoringMetrics metrics;
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<String, byte[]> store;
  private DeadLetterOutlet deadLetters;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  HistoryProcessor(
      RecordGate<R> gate,
      SourcePages<R> pages,
      String storeName,
      String deadLetterSink,
      ScoringMetrics metrics) {
    this.gate = gate;
    this.pages = pages;
    this.storeName = storeName;
    this.deadLetterSink = deadLetterSink;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> newContext) {
    context = newContext;
    store = newContext.getStateStore(storeName);
    deadLetters = new DeadLetterOutlet(newContext, deadLetterSink, metrics);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    Checked<R> checked = gate.check(record.key(), record.value(), record.timestamp(), now);
    if (checked instanceof Checked.Bad<R> bad) {
      deadLetters.send(record, place, bad.letter());
      return;
    }
    String client = new String(record.key(), StandardCharsets.UTF_8);
    if (checked instanceof Checked.Sound<R> sound) {
      Update update =
          UnreadableStateException.guard(
              () -> pages.upsert(store.get(client), sound.value(), record.value()));
      apply(record, place, client, update);
    } else {
      metrics.tombstone(place.topic());
      apply(record, place, client, pages.erase(store.get(client), record.timestamp()));
    }
  }

  private void apply(
      Record<byte[], byte[]> record, RecordMetadata place, String client, Update update) {
    if (update instanceof Update.Changed changed) {
      store.put(client, changed.page());
      context.forward(record, ScoringNodes.DECIDE);
    } else if (update instanceof Update.Refused refused) {
      DeadLetter letter = refused.letter();
      deadLetters.send(record, place, letter);
    }
  }
}
