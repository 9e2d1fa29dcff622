package io.creditstream.scorer.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.service.deadletter.DeadLetterReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Reads the key of a record: a client id in UTF-8. */
public final class ClientKey {

  /** Most characters of an identifier. */
  public static final int MAX_ID_LENGTH = 256;

  private ClientKey() {}

  /** The client id, or why the key is none. */
  static Checked<String> read(byte @Nullable [] key) {
    if (key == null) {
      return Checked.bad(DeadLetterReason.MISSING_KEY, "the record has no key");
    }
    try {
      String id = UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString();
      return isId(id)
          ? new Checked.Sound<>(id)
          : Checked.bad(DeadLetterReason.INVALID_KEY, "the key is blank or too long");
    } catch (CharacterCodingException e) {
      return Checked.bad(DeadLetterReason.INVALID_KEY, "the key is not UTF-8");
    }
  }

  /** Whether a text can be an identifier: neither blank nor too long. */
  public static boolean isId(String text) {
    return !text.isBlank() && text.length() <= MAX_ID_LENGTH;
  }
}
