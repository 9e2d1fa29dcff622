package io.creditstream.scorer.decision;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.serde.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * The digest of what an application says: SHA-256 of its Avro binary form in the schema of this
 * release, so that it does not depend on the schema of the writer. Of fields that came after the
 * first release only those count that differ from their default, each with its name before it: an
 * application that was decided before an upgrade has the same digest when it comes again
 * afterwards. Belongs to one thread.
 */
public final class ApplicationDigest {

  /** Length of a digest in bytes. */
  public static final int BYTES = 32;

  /** The fields of the first release, 0.1.0; later ones are appended. */
  private static final int FIRST_FIELDS = 124;

  private final DigestWriter writer;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private final MessageDigest sha256 = sha256();
  private @Nullable BinaryEncoder encoder;

  public ApplicationDigest() {
    this(LoanApplication.getClassSchema());
  }

  /**
   * @param schema that of the applications
   */
  ApplicationDigest(Schema schema) {
    this.writer = new DigestWriter(schema);
  }

  /** The digest of an application. */
  public byte[] of(LoanApplication application) {
    return of((IndexedRecord) application);
  }

  byte[] of(IndexedRecord application) {
    // The encoder first: it writes out what a failed write left in it.
    BinaryEncoder reused = EncoderFactory.get().binaryEncoder(bytes, encoder);
    bytes.reset();
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

  private static final class DigestWriter extends RecordWriter<IndexedRecord> {

    private final Schema application;

    DigestWriter(Schema application) {
      super(application, LoanApplication.class);
      this.application = application;
    }

    @Override
    protected void writeField(Object datum, Schema.Field field, Encoder out, Object state)
        throws IOException {
      IndexedRecord record = (IndexedRecord) datum;
      if (field.pos() >= FIRST_FIELDS && record.getSchema().equals(application)) {
        Object byDefault = getData().getDefaultValue(field);
        if (getData().compare(record.get(field.pos()), byDefault, field.schema()) == 0) {
          return;
        }
        out.writeString(field.name());
      }
      super.writeField(datum, field, out, state);
    }
  }
}
