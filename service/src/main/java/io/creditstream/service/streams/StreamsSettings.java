package io.creditstream.service.streams;

import java.time.Duration;

/**
 * How a Kafka Streams application works.
 *
 * @param threads number of stream threads; more than partitions are idle
 * @param commitInterval how often transactions are committed: about the latency at {@code
 *     read_committed}
 * @param cacheBytes on-heap cache of the stores of the whole process, in bytes
 * @param rocksDbBytes native memory of the stores of the whole process, in bytes
 * @param standbyReplicas copies of the local state on other processes
 */
public record StreamsSettings(
    int threads, Duration commitInterval, long cacheBytes, long rocksDbBytes, int standbyReplicas) {

  private static final long MIB = 1 << 20;

  public StreamsSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads " + threads + " is below 1");
    }
    if (commitInterval.isZero() || commitInterval.isNegative()) {
      throw new IllegalArgumentException("commitInterval " + commitInterval + " is not positive");
    }
    if (cacheBytes < 0) {
      throw new IllegalArgumentException("cacheBytes " + cacheBytes + " is negative");
    }
    if (rocksDbBytes < 16 * MIB) {
      throw new IllegalArgumentException("rocksDbBytes " + rocksDbBytes + " is below 16 MiB");
    }
    if (standbyReplicas < 0) {
      throw new IllegalArgumentException("standbyReplicas " + standbyReplicas + " is negative");
    }
  }

  /** The same with fewer threads where these are more than there is work for. */
  public StreamsSettings withThreadsUpTo(int most) {
    return new StreamsSettings(
        Math.min(threads, most), commitInterval, cacheBytes, rocksDbBytes, standbyReplicas);
  }

  /** The given threads, commits every 100 ms, 64 MiB of cache, 192 MiB for RocksDB, no standby. */
  public static StreamsSettings ofThreads(int threads) {
    return new StreamsSettings(threads, Duration.ofMillis(100), 64 * MIB, 192 * MIB, 0);
  }
}
