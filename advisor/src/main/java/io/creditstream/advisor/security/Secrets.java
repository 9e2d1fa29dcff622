package io.creditstream.advisor.security;

import java.security.SecureRandom;
import java.util.Base64;

/** Draws values that nobody can guess. */
final class Secrets {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /** 256 random bits in letters, digits, hyphen and underscore. */
  String draw() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
