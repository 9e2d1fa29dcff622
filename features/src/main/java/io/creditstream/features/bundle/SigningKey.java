package io.creditstream.features.bundle;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** Signs bundles by Ed25519 (RFC 8032). */
public final class SigningKey {

  static final String ALGORITHM = "Ed25519";

  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * Reads a private key in PEM, as {@code openssl genpkey -algorithm ed25519} writes it.
   *
   * @throws IllegalArgumentException if the file holds none
   */
  public static SigningKey read(Path file) {
    byte[] encoded = PemFile.read(file, "PRIVATE KEY");
    try {
      return new SigningKey(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException e) {
      // Without the cause, which may quote the key.
      throw new IllegalArgumentException(
          file + " holds no Ed25519 private key: make one by openssl genpkey -algorithm ed25519");
    }
  }

  /**
   * The signature of a bundle.
   *
   * @param archive the bundle in its single-file form
   * @return 64 bytes
   */
  public byte[] sign(byte[] archive) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(archive);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the bundle cannot be signed", e);
    }
  }
}
