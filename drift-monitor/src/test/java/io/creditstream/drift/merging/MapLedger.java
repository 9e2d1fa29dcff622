package io.creditstream.drift.merging;

import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A ledger in memory. */
final class MapLedger implements LedgerStore {

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
}
