package io.creditstream.features.bundle;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether a bundle was signed by the holder of a key, by Ed25519 (RFC 8032). While a key is
 * replaced by another, either is good.
 */
public final class VerificationKey {

  private final List<PublicKey> keys;

  private VerificationKey(List<PublicKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads one public key or several, one after the other, in PEM, as {@code openssl pkey -pubout}
   * writes them.
   *
   * @throws IllegalArgumentException if the file holds none, or one of another kind
   */
  public static VerificationKey read(Path file) {
    List<PublicKey> keys = new ArrayList<>();
    try {
      for (byte[] encoded : PemFile.readAll(file, "PUBLIC KEY")) {
        keys.add(
            KeyFactory.getInstance(SigningKey.ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(encoded)));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          file + " holds no Ed25519 public key: make one by openssl pkey -in KEY -pubout", e);
    }
    return new VerificationKey(keys);
  }

  /**
   * Whether a signature is that of a bundle by one of the keys.
   *
   * @param archive the bundle in its single-file form
   */
  public boolean verifies(byte[] archive, byte[] signature) {
    return keys.stream().anyMatch(key -> verifies(key, archive, signature));
  }

  private static boolean verifies(PublicKey key, byte[] archive, byte[] signature) {
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
