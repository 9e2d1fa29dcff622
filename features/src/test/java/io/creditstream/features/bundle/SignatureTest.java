package io.creditstream.features.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTest {

  private static final byte[] ARCHIVE = {1, 2, 3, 4, 5};

  @TempDir Path directory;
  private TestKeys keys;
  private byte[] signature;
  private VerificationKey key;

  @BeforeEach
  void sign() {
    keys = TestKeys.in(directory);
    signature = SigningKey.read(keys.privateKey()).sign(ARCHIVE);
    key = VerificationKey.read(keys.publicKey());
  }

  @Test
  void shouldAcceptWhatWasSignedWithTheKeyOfThePair() {
    assertThat(signature).hasSize(64);
    assertThat(key.verifies(ARCHIVE, signature)).isTrue();
  }

  @Test
  void shouldRefuseEveryFlippedByteOfBundleAndSignature() {
    for (int i = 0; i < ARCHIVE.length; i++) {
      assertThat(key.verifies(flipped(ARCHIVE, i), signature)).isFalse();
    }
    for (int i = 0; i < signature.length; i++) {
      assertThat(key.verifies(ARCHIVE, flipped(signature, i))).isFalse();
    }
    assertThat(key.verifies(ARCHIVE, new byte[0])).isFalse();
    assertThat(key.verifies(ARCHIVE, new byte[65])).isFalse();
  }

  @Test
  void shouldRefuseWhatAnotherKeySigned() throws Exception {
    TestKeys others = TestKeys.in(Files.createDirectory(directory.resolve("others")));
    VerificationKey another = VerificationKey.read(others.publicKey());

    assertThat(another.verifies(ARCHIVE, signature)).isFalse();
  }

  @Test
  void shouldAcceptEitherKeyWhileOneReplacesTheOther() throws Exception {
    TestKeys next = TestKeys.in(Files.createDirectory(directory.resolve("next")));
    TestKeys foreign = TestKeys.in(Files.createDirectory(directory.resolve("foreign")));
    byte[] signatureByNext = SigningKey.read(next.privateKey()).sign(ARCHIVE);
    byte[] signatureByForeign = SigningKey.read(foreign.privateKey()).sign(ARCHIVE);
    Path both =
        Files.writeString(
            directory.resolve("both.pem"),
            Files.readString(keys.publicKey()) + Files.readString(next.publicKey()));

    VerificationKey either = VerificationKey.read(both);

    assertThat(either.verifies(ARCHIVE, signature)).isTrue();
    assertThat(either.verifies(ARCHIVE, signatureByNext)).isTrue();
    assertThat(either.verifies(ARCHIVE, signatureByForeign)).isFalse();
    assertThat(VerificationKey.read(next.publicKey()).verifies(ARCHIVE, signature))
        .as("once the old one is taken out of the file")
        .isFalse();
  }

  @Test
  void shouldSayWhatIsNoKeyAndNeverWhatItHolds() throws Exception {
    Path absent = directory.resolve("absent.pem");
    String privateKey = Files.readString(keys.privateKey());
    Path broken =
        Files.writeString(directory.resolve("broken.pem"), privateKey.replace("\nMC4", "\nAAA"));

    assertThatThrownBy(() -> SigningKey.read(absent)).hasMessageContaining("cannot read");
    assertThatThrownBy(() -> SigningKey.read(keys.publicKey()))
        .hasMessageContaining("holds no private key in PEM");
    assertThatThrownBy(() -> SigningKey.read(broken))
        .hasMessageContaining("openssl genpkey -algorithm ed25519")
        .hasNoCause();
    assertThatThrownBy(() -> VerificationKey.read(broken))
        .hasMessageContaining("holds no public key in PEM");
  }

  private static byte[] flipped(byte[] bytes, int index) {
    byte[] copy = bytes.clone();
    copy[index] ^= 1;
    return copy;
  }
}
