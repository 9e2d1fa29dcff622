package io.creditstream.drift.merging;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Where the merging side keeps what has to outlive it: bytes by key, in the order of the keys. */
public interface LedgerStore {

  /** The value of a key; null for none. */
  byte @Nullable [] get(String key);

  /** Sets the value of a key. */
  void put(String key, byte[] value);

  /** Removes a key. */
  void delete(String key);

  /** Visits the keys with this prefix in ascending order; the visitor may not change the store. */
  void scan(String prefix, BiConsumer<String, byte[]> visitor);
}
