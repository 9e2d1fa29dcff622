package io.creditstream.features.bundle;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;

/** Tells whether a bundle was signed by the holder of a key, by Ed25519 (RFC 8032). */
public final class VerificationKey {

  private final PublicKey key;

  private VerificationKey(PublicKey key) {
    this.key = key;
  }

  /**
   * Reads a public key in PEM, as {@code openssl pkey -pubout} writes it.
   *
   * @throws IllegalArgumentException if the file holds none
   */
  public static VerificationKey read(Path file) {
    byte[] encoded = PemFile.read(file, "PUBLIC KEY");
    try {
      return new VerificationKey(
          KeyFactory.getInstance(SigningKey.ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          file + " holds no Ed25519 public key: make one by openssl pkey -in KEY -pubout", e);
    }
  }

  /**
   * Whether a signature is that of a bundle by this key.
   *
   * @param archive the bundle in its single-file form
   */
  public boolean verifies(byte[] archive, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(SigningKey.ALGORITHM);
      verifier.initVerify(key);
      verifier.update(archive);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signature of a bundle cannot be checked", e);
    }
  }
}
