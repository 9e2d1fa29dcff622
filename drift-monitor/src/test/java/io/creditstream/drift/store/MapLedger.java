package io.creditstream.drift.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A ledger in memory. */
public final class MapLedger implements LedgerStore {

  private final TreeMap<String, byte[]> entries = new TreeMap<>();

  @Override
  public byte @Nullable [] get(String key) {
    return entries.get(key);
  }

  @Override
  public void put(String key, byte[] value) {
    entries.put(key, value.clone());
  }

  @Override
  public void delete(String key) {
    entries.remove(key);
  }

  @Override
  public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
    entries.subMap(prefix, prefix + Character.MAX_VALUE).forEach(visitor);
  }

  @Override
  public void scanFrom(String from, BiPredicate<String, byte[]> visitor) {
    for (Map.Entry<String, byte[]> entry : entries.tailMap(from).entrySet()) {
      if (!visitor.test(entry.getKey(), entry.getValue())) {
        return;
      }
    }
  }

  /** Number of keys. */
  public int size() {
    return entries.size();
  }
}
