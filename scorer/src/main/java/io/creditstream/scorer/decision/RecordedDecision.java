package io.creditstream.scorer.decision;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * What is remembered of an application that was decided.
 *
 * <p>Bytes: version (1), time of the decision in ms since 1970 (8, big-endian), digest (32),
 * decision. Version 3, for a decision that superseded another one, has length (4) and bytes of that
 * one before the decision.
 *
 * @param decidedAt when it was decided
 * @param digest digest of the application. Must not be changed
 * @param decision the decision in the wire format. Must not be changed
 * @param predecessor the decision that it superseded, in the wire format; empty where it is the
 *     first. Must not be changed
 */
public record RecordedDecision(
    Instant decidedAt, byte[] digest, byte[] decision, byte[] predecessor) {

  private static final byte[] NONE = {};
  private static final byte FIRST = 2;
  private static final byte SUPERSEDING = 3;
  private static final int TIME_END = 1 + Long.BYTES;
  private static final int DIGEST_END = TIME_END + ApplicationDigest.BYTES;

  public RecordedDecision {
    if (digest.length != ApplicationDigest.BYTES) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + digest.length);
    }
  }

  /** A first decision. */
  public RecordedDecision(Instant decidedAt, byte[] digest, byte[] decision) {
    this(decidedAt, digest, decision, NONE);
  }

  /** What the bytes hold. */
  public static RecordedDecision read(byte[] bytes) {
    return switch (bytes[0]) {
      case FIRST -> first(bytes);
      case SUPERSEDING -> superseding(bytes);
      default ->
          throw new IllegalStateException(
              "recorded decision of version "
                  + bytes[0]
                  + ": upgrade this service or reset its state");
    };
  }

  private static RecordedDecision first(byte[] bytes) {
    return new RecordedDecision(
        time(bytes),
        Arrays.copyOfRange(bytes, TIME_END, DIGEST_END),
        Arrays.copyOfRange(bytes, DIGEST_END, bytes.length));
  }

  private static RecordedDecision superseding(byte[] bytes) {
    int predecessor = DIGEST_END + Integer.BYTES;
    int decision = predecessor + ByteBuffer.wrap(bytes).getInt(DIGEST_END);
    return new RecordedDecision(
        time(bytes),
        Arrays.copyOfRange(bytes, TIME_END, DIGEST_END),
        Arrays.copyOfRange(bytes, decision, bytes.length),
        Arrays.copyOfRange(bytes, predecessor, decision));
  }

  private static Instant time(byte[] bytes) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong(1));
  }

  /** Whether the application said the same. */
  public boolean sameContent(byte[] otherDigest) {
    return Arrays.equals(digest, otherDigest);
  }

  public byte[] bytes() {
    int size = DIGEST_END + decision.length;
    if (predecessor.length == 0) {
      return ByteBuffer.allocate(size)
          .put(FIRST)
          .putLong(decidedAt.toEpochMilli())
          .put(digest)
          .put(decision)
          .array();
    }
    return ByteBuffer.allocate(size + Integer.BYTES + predecessor.length)
        .put(SUPERSEDING)
        .putLong(decidedAt.toEpochMilli())
        .put(digest)
        .putInt(predecessor.length)
        .put(predecessor)
        .put(decision)
        .array();
  }
}
