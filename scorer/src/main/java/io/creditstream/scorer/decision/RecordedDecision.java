package io.creditstream.scorer.decision;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * What is remembered of an application that was decided.
 *
 * <p>Bytes: version (1), time of the decision in ms since 1970 (8, big-endian), digest (32),
 * decision. Version 1 had no time.
 *
 * @param decidedAt when it was decided; in version 1 unknown and so never too long ago
 * @param digest digest of the application. Must not be changed
 * @param decision the decision in the wire format. Must not be changed
 */
public record RecordedDecision(Instant decidedAt, byte[] digest, byte[] decision) {

  private static final byte WITHOUT_TIME = 1;
  private static final byte VERSION = 2;

  public RecordedDecision {
    if (digest.length != ApplicationDigest.BYTES) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + digest.length);
    }
  }

  /** What the bytes hold. */
  public static RecordedDecision read(byte[] bytes) {
    return switch (bytes[0]) {
      case WITHOUT_TIME -> read(Instant.MAX, bytes, 1);
      case VERSION ->
          read(Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong(1)), bytes, 1 + Long.BYTES);
      default ->
          throw new IllegalStateException(
              "recorded decision of version "
                  + bytes[0]
                  + ": upgrade this service or reset its state");
    };
  }

  private static RecordedDecision read(Instant decidedAt, byte[] bytes, int start) {
    int decision = start + ApplicationDigest.BYTES;
    return new RecordedDecision(
        decidedAt,
        Arrays.copyOfRange(bytes, start, decision),
        Arrays.copyOfRange(bytes, decision, bytes.length));
  }

  /** Whether the application said the same. */
  public boolean sameContent(byte[] otherDigest) {
    return Arrays.equals(digest, otherDigest);
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(1 + Long.BYTES + digest.length + decision.length)
        .put(VERSION)
        .putLong(decidedAt.toEpochMilli())
        .put(digest)
        .put(decision)
        .array();
  }
}
