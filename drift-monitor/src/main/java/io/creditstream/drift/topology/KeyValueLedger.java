package io.creditstream.drift.topology;

import io.creditstream.drift.store.LedgerStore;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A ledger in a store of Kafka Streams. */
final class KeyValueLedger implements LedgerStore {

  private final KeyValueStore<String, byte[]> store;
  private final StringSerializer serializer = new StringSerializer();

  KeyValueLedger(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  @Override
  public byte @Nullable [] get(String key) {
    return store.get(key);
  }

  @Override
  public void put(String key, byte[] value) {
    store.put(key, value);
  }

  @Override
  public void delete(String key) {
    store.delete(key);
  }

  @Override
  public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
    try (KeyValueIterator<String, byte[]> found = store.prefixScan(prefix, serializer)) {
      while (found.hasNext()) {
        KeyValue<String, byte[]> next = found.next();
        visitor.accept(next.key, next.value);
      }
    }
  }

  @Override
  public void scanFrom(String from, BiPredicate<String, byte[]> visitor) {
    try (KeyValueIterator<String, byte[]> found = store.range(from, null)) {
      while (found.hasNext()) {
        KeyValue<String, byte[]> next = found.next();
        if (!visitor.test(next.key, next.value)) {
          return;
        }
      }
    }
  }
}
