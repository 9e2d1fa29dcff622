package io.creditstream.deploy.kubernetes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.deploy.Programs;
import io.creditstream.scorer.ScorerSettings;
import io.creditstream.service.config.Configuration;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Kafka clients find certificates and keys in the files that Secrets are mounted as. */
class CertificatesTest {

  private static final String MOUNTED = "/etc/creditstream";
  private static final String PASSWORD = "of-no-worth";

  @TempDir Path directory;

  @BeforeEach
  void makeFilesAsStrimziDoes() throws Exception {
    Path store = directory.resolve("user.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Programs.run(
        new byte[0],
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "user",
            "-keyalg",
            "EC",
            "-dname",
            "CN=user",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    byte[] certificate = keys.getCertificate("user").getEncoded();
    byte[] key = keys.getKey("user", PASSWORD.toCharArray()).getEncoded();
    write("kafka-ca/ca.crt", "CERTIFICATE", certificate);
    write("kafka-user/user.crt", "CERTIFICATE", certificate);
    write("kafka-user/user.key", "PRIVATE KEY", key);
  }

  @Test
  void shouldBeReadByTheClients() {
    try (Admin admin = Admin.create(client())) {
      assertThat(admin).isNotNull();
    }
  }

  @Test
  void shouldBeMissedWhereTheyAreNone() throws Exception {
    Files.writeString(directory.resolve("kafka-user/user.key"), "no key");

    assertThatThrownBy(() -> Admin.create(client()).close()).isInstanceOf(KafkaException.class);
  }

  /** As an application makes them of the variables of the manifests. */
  private Map<String, Object> client() {
    Installation production = Installation.of("production");
    Manifest scorer = production.get("StatefulSet/scorer");
    Map<String, String> variables =
        new HashMap<>(Environments.of(scorer, scorer.containers().get(0), production));
    assertThat(scorer.containers().get(0).path("volumeMounts").findValuesAsText("mountPath"))
        .contains(MOUNTED + "/kafka-ca", MOUNTED + "/kafka-user");
    variables.replaceAll((name, value) -> value.replace(MOUNTED, directory.toString()));
    Map<String, Object> client =
        new HashMap<>(
            Configuration.ofEnvironment(ScorerSettings.all(), variables).clientProperties());
    client.put("bootstrap.servers", "127.0.0.1:1");
    return client;
  }

  private void write(String name, String label, byte[] encoded) throws Exception {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label), US_ASCII);
  }
}
