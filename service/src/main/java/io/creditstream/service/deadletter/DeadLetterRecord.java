package io.creditstream.service.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What is written to a topic of dead letters: key, value and headers of the record, and the {@link
 * DeadLetterHeaders}.
 *
 * <p>Topics limit what they take by its compressed size, so that a record may be of any size once
 * it is read. One that could not be written again leaves a letter with an empty value, without the
 * headers of the record, and without its key where that is large too; {@link
 * DeadLetterHeaders#LEFT_OUT_BYTES} and {@link DeadLetterHeaders#LEFT_OUT_SHA256} tell its value,
 * which stays where it lay.
 *
 * @param key key of the record
 * @param value value of the record, empty where it is left out
 * @param headers of both
 */
public record DeadLetterRecord(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {

  /** Most bytes of a letter as it is written, however badly it compresses. */
  public static final int MAX_BYTES = 16 << 20;

  /** Room for the headers that say where and why, and for what a batch adds. */
  private static final int OWN_BYTES = 1 << 20;

  /** What a header takes beside its name and its value, at most. */
  private static final int HEADER_BYTES = 10;

  private static final int LARGE_KEY_BYTES = 64 << 10;

  /** The letter about a record that lay at a place. */
  public static DeadLetterRecord of(
      Record<byte[], byte[]> record, RecordMetadata place, DeadLetter letter) {
    byte[] key = record.key();
    byte[] value = record.value();
    Headers original = record.headers();
    if (size(key) + size(value) + size(original) <= MAX_BYTES - OWN_BYTES) {
      return new DeadLetterRecord(key, value, headers(original, letter, place));
    }
    DeadLetter shortened =
        new DeadLetter(
            letter.reason(),
            letter.message() + "; the record is too large for a dead letter, read it where it lay");
    Headers headers = headers(new RecordHeaders(), shortened, place);
    byte[] leftOut = value == null ? new byte[0] : value;
    headers.add(DeadLetterHeaders.LEFT_OUT_BYTES, Integer.toString(leftOut.length).getBytes(UTF_8));
    headers.add(DeadLetterHeaders.LEFT_OUT_SHA256, sha256(leftOut).getBytes(UTF_8));
    return new DeadLetterRecord(size(key) > LARGE_KEY_BYTES ? null : key, new byte[0], headers);
  }

  private static Headers headers(Headers original, DeadLetter letter, RecordMetadata place) {
    return DeadLetterHeaders.of(original, letter, place.topic(), place.partition(), place.offset());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static long size(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static long size(Headers headers) {
    long size = 0;
    for (Header header : headers) {
      size += HEADER_BYTES + size(header.key().getBytes(UTF_8)) + size(header.value());
    }
    return size;
  }
}
