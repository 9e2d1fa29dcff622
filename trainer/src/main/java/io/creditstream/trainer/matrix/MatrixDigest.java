package io.creditstream.trainer.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells matrices apart. */
public final class MatrixDigest {

  private static final int VALUES_AT_ONCE = 8192;

  private MatrixDigest() {}

  /** SHA-256 of names, client ids, outcomes and values. */
  public static String of(FeatureMatrix matrix) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    matrix.dictionary().entries().forEach(entry -> digest.update(entry.toString().getBytes(UTF_8)));
    for (int row = 0; row < matrix.rows(); row++) {
      digest.update(matrix.clientIds().get(row).getBytes(UTF_8));
      digest.update((byte) (matrix.defaulted()[row] ? '+' : '-'));
    }
    ByteBuffer bytes = ByteBuffer.allocate(VALUES_AT_ONCE * Double.BYTES);
    for (double[] column : matrix.columns()) {
      for (double value : column) {
        if (!bytes.hasRemaining()) {
          flush(bytes, digest);
        }
        bytes.putDouble(value);
      }
    }
    flush(bytes, digest);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void flush(ByteBuffer bytes, MessageDigest digest) {
    digest.update(bytes.flip());
    bytes.clear();
  }
}
