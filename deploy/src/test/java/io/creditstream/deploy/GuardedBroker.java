package io.creditstream.deploy;

import static java.util.stream.Collectors.joining;

import io.creditstream.cluster.BrokerOptions;
import io.creditstream.cluster.EmbeddedBroker;
import io.creditstream.service.acl.KafkaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * A broker on which roles of the product log in with a password and may do what each needs. Whoever
 * comes by the usual listener may do anything.
 */
final class GuardedBroker implements AutoCloseable {

  private static final String LOGIN = "LOGIN";
  private static final String PASSWORD = "secret";

  private final EmbeddedBroker broker;

  private GuardedBroker(EmbeddedBroker broker) {
    this.broker = broker;
  }

  static GuardedBroker start(Path directory, List<KafkaRole> roles) throws Exception {
    String users =
        roles.stream()
            .map(role -> " user_%s=\"%s\"".formatted(user(role), PASSWORD))
            .collect(joining());
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            BrokerOptions.in(directory)
                .withListener(LOGIN)
                .withProperties(
                    Map.of(
                        "listener.security.protocol.map",
                        "PLAIN:PLAINTEXT,CONTROLLER:PLAINTEXT,LOGIN:SASL_PLAINTEXT",
                        "listener.name.login.sasl.enabled.mechanisms",
                        "PLAIN",
                        "listener.name.login.plain.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required"
                            + users
                            + ";",
                        "authorizer.class.name",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "super.users",
                        "User:ANONYMOUS")));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      for (KafkaRole role : roles) {
        admin.createAcls(role.bindings()).all().get(1, TimeUnit.MINUTES);
      }
    }
    return new GuardedBroker(broker);
  }

  /** Where anybody may do anything. */
  String unguarded() {
    return broker.bootstrapServers();
  }

  /** Where the roles log in. */
  String guarded() {
    return broker.bootstrapServers(LOGIN);
  }

  /** How one of them does, as properties of librdkafka. */
  static String properties(KafkaRole role) {
    return """
        # Without encryption, for a test.
        security.protocol=SASL_PLAINTEXT
        sasl.mechanism=PLAIN
        sasl.username=%s
        sasl.password=%s
        """
        .formatted(user(role), PASSWORD);
  }

  private static String user(KafkaRole role) {
    return role.principal().substring("User:".length());
  }

  @Override
  public void close() {
    broker.close();
  }
}
