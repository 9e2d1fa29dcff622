package io.creditstream.scorer.decision;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is remembered of an application that was decided.
 *
 * <p>Bytes: version (1), digest (32), decision.
 *
 * @param digest digest of the application. Must not be changed
 * @param decision the decision in the wire format. Must not be changed
 */
public record RecordedDecision(byte[] digest, byte[] decision) {

  private static final byte VERSION = 1;

  public RecordedDecision {
    if (digest.length != ApplicationDigest.BYTES) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + digest.length);
    }
  }

  /** What the bytes hold. */
  public static RecordedDecision read(byte[] bytes) {
    if (bytes[0] != VERSION) {
      throw new IllegalStateException(
          "recorded decision of version " + bytes[0] + ": upgrade this service or reset its state");
    }
    int decision = 1 + ApplicationDigest.BYTES;
    return new RecordedDecision(
        Arrays.copyOfRange(bytes, 1, decision), Arrays.copyOfRange(bytes, decision, bytes.length));
  }

  /** Whether the application said the same. */
  public boolean sameContent(byte[] otherDigest) {
    return Arrays.equals(digest, otherDigest);
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(1 + digest.length + decision.length)
        .put(VERSION)
        .put(digest)
        .put(decision)
        .array();
  }
}
