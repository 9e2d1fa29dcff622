package io.creditstream.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.service.config.Setting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application in a process of its own that is asked for its configuration. */
class ServiceProcessIT {

  private static final Setting PORT = Setting.of("PORT", 80, "a port");
  private static final Setting PASSWORD = Setting.secret("PASSWORD", "a password");
  private static final List<Setting> SETTINGS = List.of(PORT, PASSWORD);

  @TempDir private Path directory;

  /** An application that fails to start. */
  static final class Broken {
    public static void main(String[] args) {
      new ServiceProcess("creditstream-broken", "broken one")
          .run(
              args,
              SETTINGS,
              given -> given.number(PORT),
              port -> {
                throw new IllegalStateException("port " + port + " is in use");
              });
    }
  }

  @Test
  void shouldPrintItsConfigurationWithoutStarting() throws Exception {
    Path file = Files.writeString(directory.resolve("broken"), "CREDITSTREAM_PORT=81\n");

    Ended ended =
        run(
            Map.of("CREDITSTREAM_PASSWORD", "hush", "CREDITSTREAM_CONFIG", file.toString()),
            "--kafka",
            "sasl.jaas.config=hush",
            "--print-config");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.output().lines())
        .containsExactly(
            "file         CREDITSTREAM_PORT=81",
            "environment  CREDITSTREAM_PASSWORD=********",
            "flag         CREDITSTREAM_KAFKA_SASL_JAAS_CONFIG=********");
  }

  @Test
  void shouldListItsSettingsWithoutReadingThem() throws Exception {
    Ended ended = run(Map.of("CREDITSTREAM_PORT", "eighty"), "--help");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.output()).contains("--port, CREDITSTREAM_PORT", "a port (default 80)");
  }

  @Test
  void shouldSayInOneLineWhatIsWrongWithTheConfiguration() throws Exception {
    Ended unknown = run(Map.of("CREDITSTREAM_PORTS", "80"));
    Ended wrong = run(Map.of(), "--port=eighty", "--print-config");

    assertThat(unknown)
        .isEqualTo(
            new Ended(
                2,
                "creditstream-broken: CREDITSTREAM_PORTS is not known;"
                    + " did you mean CREDITSTREAM_PORT?\n"));
    assertThat(wrong)
        .isEqualTo(
            new Ended(
                2,
                "creditstream-broken: CREDITSTREAM_PORT is not understood: the default is 80\n"));
  }

  @Test
  void shouldSayInOneLineWhyItCannotStart() throws Exception {
    assertThat(run(Map.of())).isEqualTo(new Ended(1, "creditstream-broken: port 80 is in use\n"));
  }

  private record Ended(int exitCode, String output) {}

  private static Ended run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Broken.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith(Setting.PREFIX));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
