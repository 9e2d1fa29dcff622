package io.creditstream.standalone.secured;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.service.acl.KafkaRole;
import io.creditstream.service.config.Arguments;
import io.creditstream.service.config.Configuration;
import io.creditstream.service.config.Setting;
import io.creditstream.standalone.Cli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The configuration file of each role, as an operator would write it, and what is run with it. */
final class RoleFiles {

  private final Path directory;
  private final SecuredBroker broker;

  RoleFiles(Path directory, SecuredBroker broker) {
    this.directory = directory;
    this.broker = broker;
  }

  /** The configuration of an application. */
  Configuration configuration(
      KafkaRole role, String state, List<Setting> settings, String... more) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--config=" + file(role),
                "--state-dir=" + directory.resolve(state),
                "--port=0",
                "--partitions=1",
                "--replication-factor=1"));
    flags.addAll(List.of(more));
    return Arguments.parse(settings, flags.toArray(String[]::new))
        .configuration(settings, Map.of());
  }

  /** Runs a command under a role; it has to succeed. */
  Cli command(KafkaRole role, String... words) {
    return run(
        Stream.concat(Arrays.stream(words), Stream.of("--config", file(role).toString()))
            .toArray(String[]::new));
  }

  /** Runs a command that reaches no broker; it has to succeed. */
  static Cli run(String... words) {
    Cli cli = Cli.run(words);
    assertThat(cli.exitCode()).as(String.join(" ", words) + ": " + cli.out() + cli.err()).isZero();
    return cli;
  }

  private Path file(KafkaRole role) {
    Properties properties = new Properties();
    properties.setProperty("CREDITSTREAM_SCHEMA_REGISTRY_URL", broker.registryUrl());
    broker
        .client(role)
        .forEach((key, value) -> properties.setProperty(variable(key), value.toString()));
    Path file = directory.resolve(role.name() + ".properties");
    try (Writer writer = Files.newBufferedWriter(file, UTF_8)) {
      properties.store(writer, role.meaning());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static String variable(String property) {
    String name = property.toUpperCase(Locale.ROOT).replace('.', '_');
    return "CREDITSTREAM_" + (name.equals("BOOTSTRAP_SERVERS") ? name : "KAFKA_" + name);
  }
}
