package io.creditstream.advisor.store;

import java.util.Map;

/**
 * Where decisions and applications are kept for the pages. What is written comes with the offsets
 * that it was read up to, in one transaction, so that a restart neither loses nor repeats.
 */
public interface CaseStore extends AutoCloseable {

  /** The next offset to read of each partition that was read before. */
  Map<Partition, Long> positions();

  /** Writes a batch with its positions, or nothing of it. Only one thread writes. */
  void write(Batch batch);

  /** What the pages ask; safe for use by many threads. */
  CaseReader reader();

  @Override
  void close();
}
