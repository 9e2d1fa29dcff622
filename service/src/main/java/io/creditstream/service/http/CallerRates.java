package io.creditstream.service.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Grants each caller a number of requests a second, by a token bucket (ITU-T I.371): a bucket holds
 * at most {@code burst} tokens, a request takes one, and {@code perSecond} come back each second.
 * Safe for use by many threads. It remembers ten thousand callers; who was not seen for longest is
 * forgotten and begins with a full bucket.
 */
public final class CallerRates {

  private static final int CALLERS = 10_000;
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final int burst;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > CALLERS;
        }
      };

  /**
   * @param perSecond above 0
   * @param burst at least 1
   * @param nanoTime the clock, in nanoseconds
   */
  public CallerRates(int perSecond, int burst, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanoTime = nanoTime;
  }

  private record Bucket(double tokens, long at) {}

  /**
   * Asks for a request.
   *
   * @return 0 if it is granted, else the seconds until the next one will be, at least 1
   */
  public synchronized int ask(String caller) {
    long now = nanoTime.getAsLong();
    Bucket before = buckets.getOrDefault(caller, new Bucket(burst, now));
    double tokens = Math.min(burst, before.tokens() + (now - before.at()) / NANOS * perSecond);
    boolean granted = tokens >= 1;
    buckets.put(caller, new Bucket(granted ? tokens - 1 : tokens, now));
    return granted ? 0 : (int) Math.ceil((1 - tokens) / perSecond);
  }
}
