package io.creditstream.features.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A new pair of Ed25519 keys, in the files that openssl would write.
 *
 * @param privateKey file of the private key
 * @param publicKey file of the public key
 */
public record TestKeys(Path privateKey, Path publicKey) {

  public static TestKeys in(Path directory) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new TestKeys(
          write(directory.resolve("key.pem"), "PRIVATE KEY", pair.getPrivate().getEncoded()),
          write(directory.resolve("key.pub.pem"), "PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, String label, byte[] encoded) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label));
  }
}
