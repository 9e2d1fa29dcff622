package io.creditstream.drift.store;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Where a part keeps what has to outlive it: bytes by key, in the order of the keys. */
public interface LedgerStore {

  /** The value of a key; null for none. */
  byte @Nullable [] get(String key);

  /** Sets the value of a key. */
  void put(String key, byte[] value);

  /** Removes a key. */
  void delete(String key);

  /** Visits the keys with this prefix in ascending order; the visitor may not change the store. */
  void scan(String prefix, BiConsumer<String, byte[]> visitor);

  /**
   * Visits keys in ascending order until the visitor has seen enough; it may not change the store.
   *
   * @param from the first key, whether or not it exists
   * @param visitor says whether to go on
   */
  void scanFrom(String from, BiPredicate<String, byte[]> visitor);
}
