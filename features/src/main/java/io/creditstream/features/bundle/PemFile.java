package io.creditstream.features.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys as a file in PEM (RFC 7468), as openssl writes them. */
final class PemFile {

  private PemFile() {}

  /**
   * The bytes that a file holds under a label, the first of them.
   *
   * @throws IllegalArgumentException if it cannot be read or holds none; never with its content
   */
  static byte[] read(Path file, String label) {
    return readAll(file, label).get(0);
  }

  /**
   * The bytes that a file holds under a label, in their order; at least one.
   *
   * @throws IllegalArgumentException if it cannot be read or holds none; never with its content
   */
  static List<byte[]> readAll(Path file, String label) {
    Pattern pattern =
        Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----");
    List<byte[]> found = new ArrayList<>();
    try {
      Matcher matcher = pattern.matcher(new String(Files.readAllBytes(file), US_ASCII));
      while (matcher.find()) {
        found.add(Base64.getMimeDecoder().decode(matcher.group(1)));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the key file " + file, e);
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "%s holds no %s in PEM".formatted(file, label.toLowerCase(Locale.ROOT)));
    }
    return found;
  }
}
