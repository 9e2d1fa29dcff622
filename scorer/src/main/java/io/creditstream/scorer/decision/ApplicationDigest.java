package io.creditstream.scorer.decision;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.serde.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * The digest of what an application says: SHA-256 of its Avro binary form in the schema of this
 * release, so that it does not depend on the schema of the writer. Belongs to one thread.
 */
public final class ApplicationDigest {

  /** Length of a digest in bytes. */
  public static final int BYTES = 32;

  private final RecordWriter<LoanApplication> writer = new RecordWriter<>(LoanApplication.class);
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private final MessageDigest sha256 = sha256();
  private @Nullable BinaryEncoder encoder;

  /** The digest of an application. */
  public byte[] of(LoanApplication application) {
    bytes.reset();
    BinaryEncoder reused = EncoderFactory.get().binaryEncoder(bytes, encoder);
    encoder = reused;
    try {
      writer.write(application, reused);
      reused.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sha256.digest(bytes.toByteArray());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
