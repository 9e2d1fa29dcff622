package io.creditstream.trainer.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Values of the HTTP header of that name. */
final class Authorization {

  private Authorization() {}

  static String basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }
}
