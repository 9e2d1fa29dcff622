package io.creditstream.service.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a service takes of requests. Its health and metrics answer beyond all limits but the size.
 *
 * @param maxBodyBytes largest request body that is read, in bytes
 * @param concurrent most requests at once; those beyond are refused with status 503
 * @param perSecond requests that a caller may make each second in the long run, refused beyond with
 *     status 429; 0 for any number
 * @param burst requests that a caller who was silent may make at once
 * @param callerHeader header whose last element names the caller, set by a gateway; null to tell
 *     callers by their address
 * @param silence how long a caller may send and take nothing in the midst of a request, and how
 *     long sending its body may take; it is then given up, so that nobody holds a slot for ever
 */
public record RequestLimits(
    long maxBodyBytes,
    int concurrent,
    int perSecond,
    int burst,
    @Nullable String callerHeader,
    Duration silence) {

  /** The usual limit of a request body: 1 MiB. */
  public static final long DEFAULT_MAX_BODY_BYTES = 1 << 20;

  private static final int DEFAULT_CONCURRENT = 128;
  private static final int DEFAULT_BURST = 100;
  private static final Duration DEFAULT_SILENCE = Duration.ofSeconds(30);

  public RequestLimits {
    if (maxBodyBytes < 1) {
      throw new IllegalArgumentException(
          "http maxBodyBytes " + maxBodyBytes + " is below 1: give a limit in bytes");
    }
    if (concurrent < 1) {
      throw new IllegalArgumentException(
          "http concurrent requests " + concurrent + " are below 1: give a limit");
    }
    if (perSecond < 0) {
      throw new IllegalArgumentException(
          "http requests a second " + perSecond + " are below 0: give a limit, or 0 for none");
    }
    if (burst < 1) {
      throw new IllegalArgumentException("http burst " + burst + " is below 1: give a limit");
    }
    if (callerHeader != null && callerHeader.isBlank()) {
      throw new IllegalArgumentException(
          "http caller header is blank: give the name of a header or leave it out");
    }
    if (silence.toMillis() < 1) {
      throw new IllegalArgumentException(
          "http silence " + silence + " is below 1 ms: give how long a caller may do nothing");
    }
  }

  /** Limits with the usual silence. */
  public RequestLimits(
      long maxBodyBytes, int concurrent, int perSecond, int burst, @Nullable String callerHeader) {
    this(maxBodyBytes, concurrent, perSecond, burst, callerHeader, DEFAULT_SILENCE);
  }

  /** Bodies up to 1 MiB, 128 requests at once, of any caller any number, half a minute silent. */
  public static RequestLimits defaults() {
    return new RequestLimits(DEFAULT_MAX_BODY_BYTES, DEFAULT_CONCURRENT, 0, DEFAULT_BURST, null);
  }

  /** The same with bodies of another size. */
  public RequestLimits withMaxBodyBytes(long bytes) {
    return new RequestLimits(bytes, concurrent, perSecond, burst, callerHeader, silence);
  }
}
