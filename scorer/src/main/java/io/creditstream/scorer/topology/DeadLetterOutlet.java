package io.creditstream.scorer.topology;

import io.creditstream.scorer.metrics.ScoringMetrics;
import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Sends the records of one topic that cannot be processed to its dead-letter topic. */
final class DeadLetterOutlet {

  private final ProcessorContext<byte[], byte[]> context;
  private final String sink;
  private final ScoringMetrics metrics;

  DeadLetterOutlet(ProcessorContext<byte[], byte[]> context, String sink, ScoringMetrics metrics) {
    this.context = context;
    this.sink = sink;
    this.metrics = metrics;
  }

  /** Sends the letter; the time is no later than now, since a broker may refuse it. */
  void send(Record<byte[], byte[]> record, RecordMetadata place, DeadLetter letter) {
    metrics.deadLetter(place.topic(), letter.reason());
    DeadLetterRecord sent = DeadLetterRecord.of(record, place, letter);
    context.forward(
        new Record<>(
            sent.key(),
            sent.value(),
            Math.min(record.timestamp(), context.currentSystemTimeMs()),
            sent.headers()),
        sink);
  }
}
