package io.creditstream.service.streams;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Native memory that all RocksDB stores of one process share: one block cache, with the write
 * buffers counted against it.
 */
public final class RocksDbMemory implements AutoCloseable {

  private static final boolean NOT_STRICT = false;
  private static final int SHARDS_BY_SIZE = -1;
  private static final double HIGH_PRIORITY_SHARE = 0.1;

  private final Cache cache;
  private final WriteBufferManager writeBuffers;

  /**
   * Reserves the memory.
   *
   * @param totalBytes block cache and write buffers together
   * @param writeBufferBytes the part of it that write buffers may take
   */
  public RocksDbMemory(long totalBytes, long writeBufferBytes) {
    if (writeBufferBytes < 1 || totalBytes < writeBufferBytes) {
      throw new IllegalArgumentException(
          "RocksDB memory of " + totalBytes + " bytes has no room for the write buffers");
    }
    RocksDB.loadLibrary();
    this.cache = new LRUCache(totalBytes, SHARDS_BY_SIZE, NOT_STRICT, HIGH_PRIORITY_SHARE);
    this.writeBuffers = new WriteBufferManager(writeBufferBytes, cache);
  }

  /** The memory that the settings allow, half of it for write buffers. */
  public static RocksDbMemory of(StreamsSettings settings) {
    return new RocksDbMemory(settings.rocksDbBytes(), settings.rocksDbBytes() / 2);
  }

  Cache cache() {
    return cache;
  }

  WriteBufferManager writeBuffers() {
    return writeBuffers;
  }

  /** Frees the memory; the stores must be closed by then. */
  @Override
  public void close() {
    writeBuffers.close();
    cache.close();
  }
}
