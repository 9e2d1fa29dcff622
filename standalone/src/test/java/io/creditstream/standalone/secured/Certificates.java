package io.creditstream.standalone.secured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A certification authority of the test, made by the JDK's keytool. */
final class Certificates {

  /** Password of every key store. */
  static final String PASSWORD = "only-for-this-test";

  private static final String AUTHORITY = "authority";

  private final Path directory;
  private final Path store;
  private final Path certificate;

  private Certificates(Path directory) {
    this.directory = directory;
    this.store = directory.resolve("authority.p12");
    this.certificate = directory.resolve("authority.pem");
  }

  static Certificates in(Path directory) throws IOException {
    Certificates authority = new Certificates(Files.createDirectories(directory));
    authority.key(authority.store, AUTHORITY, "-ext", "bc:c");
    authority.keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        AUTHORITY,
        "-file",
        authority.certificate.toString(),
        "-keystore",
        authority.store.toString());
    return authority;
  }

  /** The certificate of the authority, as a trust store in PEM. */
  Path trusted() {
    return certificate;
  }

  /** A key store with a key of this name and a certificate that the authority has signed. */
  Path issue(String name) {
    key(store, name, "-signer", AUTHORITY, "-ext", "san=ip:127.0.0.1");
    Path own = directory.resolve(name + ".p12");
    keytool(
        "-importkeystore",
        "-noprompt",
        "-srckeystore",
        store.toString(),
        "-srcstorepass",
        PASSWORD,
        "-srcalias",
        name,
        "-destkeystore",
        own.toString(),
        "-deststorepass",
        PASSWORD,
        "-deststoretype",
        "PKCS12");
    return own;
  }

  /** A key store whose certificate nobody but its owner has signed. */
  Path unsigned(String name) {
    Path own = directory.resolve("unsigned-" + name + ".p12");
    key(own, name);
    return own;
  }

  private void key(Path keyStore, String name, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString()));
    words.addAll(List.of(more));
    keytool(words.toArray(String[]::new));
  }

  private void keytool(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    if (!command.contains("-importkeystore")) {
      command.addAll(List.of("-storepass", PASSWORD));
    }
    try {
      Path log = directory.resolve("keytool.log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(words[0] + " failed: " + Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
