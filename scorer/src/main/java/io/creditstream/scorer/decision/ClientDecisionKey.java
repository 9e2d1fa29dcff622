package io.creditstream.scorer.decision;

import java.time.Instant;
import java.util.HexFormat;

/**
 * Key of the index of decisions by client. As texts, keys sort by client, then from the newest
 * decision to the oldest.
 *
 * <p>Text: number of characters of the client id (4 hexadecimal digits), the client id, {@code
 * Long.MAX_VALUE} less the time of the decision in ms since 1970 (16 digits), the application id.
 * The length in front keeps the keys of a client apart from those of all others, whatever their ids
 * hold.
 *
 * @param clientId the client
 * @param decidedAt when the application was decided, to the millisecond
 * @param applicationId the application
 */
public record ClientDecisionKey(String clientId, Instant decidedAt, String applicationId) {

  private static final HexFormat HEX = HexFormat.of();
  private static final int LENGTH_DIGITS = 4;
  private static final int TIME_DIGITS = 16;
  private static final int RADIX = 16;

  /** Sorts after every hexadecimal digit. */
  private static final char AFTER_DIGITS = 'g';

  /** The key that a text is. */
  public static ClientDecisionKey read(String text) {
    int client = LENGTH_DIGITS + Integer.parseInt(text, 0, LENGTH_DIGITS, RADIX);
    int time = client + TIME_DIGITS;
    return new ClientDecisionKey(
        text.substring(LENGTH_DIGITS, client),
        Instant.ofEpochMilli(Long.MAX_VALUE - Long.parseLong(text, client, time, RADIX)),
        text.substring(time));
  }

  public String text() {
    return prefix(clientId) + position();
  }

  /** Where the decision stands among those of its client. */
  public String position() {
    return HEX.toHexDigits(Long.MAX_VALUE - decidedAt.toEpochMilli()) + applicationId;
  }

  /** Whether a text can be a {@link #position}. */
  public static boolean isPosition(String text) {
    return text.length() > TIME_DIGITS
        && text.chars().limit(TIME_DIGITS).allMatch(c -> Character.digit(c, RADIX) >= 0);
  }

  /**
   * The least text that a key of a client can be.
   *
   * @param after position after which it lies; empty for the very first
   */
  public static String first(String clientId, String after) {
    return after.isEmpty() ? prefix(clientId) : prefix(clientId) + after + '\0';
  }

  /** A text after all keys of a client. */
  public static String end(String clientId) {
    return prefix(clientId) + AFTER_DIGITS;
  }

  private static String prefix(String clientId) {
    return HEX.toHexDigits(clientId.length(), LENGTH_DIGITS) + clientId;
  }
}
