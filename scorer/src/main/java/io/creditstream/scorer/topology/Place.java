package io.creditstream.scorer.topology;

import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where a record lies, also once it is no more the one that is being processed. */
record Place(String topic, int partition, long offset) implements RecordMetadata {}
