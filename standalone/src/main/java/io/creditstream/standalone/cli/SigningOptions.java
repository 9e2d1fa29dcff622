package io.creditstream.standalone.cli;

import io.creditstream.features.bundle.SigningKey;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** With which key bundles are signed. */
final class SigningOptions {

  @Option(
      names = "--signing-key",
      paramLabel = "FILE",
      description = {
        "Private key that signs the bundle, in PEM: openssl genpkey -algorithm ed25519 -out FILE.",
        "Scorers with the public key (openssl pkey -in FILE -pubout) take nothing else."
      })
  private Optional<Path> file = Optional.empty();

  /** The key, if one is given. */
  Optional<SigningKey> key() {
    return file.map(SigningKey::read);
  }
}
