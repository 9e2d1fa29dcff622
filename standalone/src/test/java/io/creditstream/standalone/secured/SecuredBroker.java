package io.creditstream.standalone.secured;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.cluster.BrokerOptions;
import io.creditstream.cluster.EmbeddedBroker;
import io.creditstream.cluster.EmbeddedRegistry;
import io.creditstream.cluster.RegistryOptions;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.service.acl.KafkaRole;
import io.creditstream.service.acl.KafkaRoles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * A broker with an authorizer that knows every role of the product and what it is granted, and a
 * registry. The drift monitor shows a certificate, all others log in by SCRAM over TLS; a third
 * listener asks nothing, and whoever comes by it may do nothing.
 */
final class SecuredBroker implements AutoCloseable {

  private static final String BROKER = "broker";
  private static final String SCRAM = "SCRAM";
  private static final String MTLS = "MTLS";

  private final Certificates certificates;
  private final Map<String, Path> keyStores = new HashMap<>();
  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;

  private SecuredBroker(Path directory) throws IOException {
    certificates = Certificates.in(directory.resolve("certificates"));
    for (String name : List.of(BROKER, user(KafkaRoles.DRIFT_MONITOR))) {
      keyStores.put(name, certificates.issue(name));
    }
    broker =
        EmbeddedBroker.start(
            BrokerOptions.in(directory.resolve("broker"))
                .withListener(SCRAM)
                .withListener(MTLS)
                .withProperties(properties()));
    registry = EmbeddedRegistry.start(RegistryOptions.in(directory.resolve("registry")));
  }

  /** Starts them, with the rules of the product's table and no others. */
  static SecuredBroker start(Path directory) throws Exception {
    SecuredBroker secured = new SecuredBroker(directory);
    try (Admin admin = Admin.create(secured.certified(BROKER))) {
      admin.alterUserScramCredentials(users()).all().get(1, TimeUnit.MINUTES);
      admin
          .createAcls(KafkaRoles.all().stream().flatMap(role -> role.bindings().stream()).toList())
          .all()
          .get(1, TimeUnit.MINUTES);
    }
    return secured;
  }

  /** Takes a right that a role has, or gives it back. */
  void setGranted(AclBinding right, boolean granted) throws Exception {
    try (Admin admin = Admin.create(certified(BROKER))) {
      if (granted) {
        admin.createAcls(List.of(right)).all().get(1, TimeUnit.MINUTES);
      } else {
        admin.deleteAcls(List.of(right.toFilter())).all().get(1, TimeUnit.MINUTES);
      }
    }
  }

  /** What a role may do with a topic by now, as the broker tells it. */
  Set<AclOperation> allowed(KafkaRole role, Topic<?> topic) throws Exception {
    DescribeTopicsOptions options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
    try (Admin admin = Admin.create(client(role))) {
      return admin
          .describeTopics(List.of(topic.name()), options)
          .topicNameValues()
          .get(topic.name())
          .get(1, TimeUnit.MINUTES)
          .authorizedOperations();
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(TopicAuthorizationException.class);
      return Set.of();
    }
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    properties.put(
        "listener.security.protocol.map", "PLAIN:PLAINTEXT,CONTROLLER:SSL,SCRAM:SASL_SSL,MTLS:SSL");
    properties.put("inter.broker.listener.name", MTLS);
    properties.put("listener.name.controller.ssl.client.auth", "required");
    properties.put("listener.name.mtls.ssl.client.auth", "required");
    properties.put("ssl.principal.mapping.rules", "RULE:^CN=([^,]+).*$/$1/");
    properties.put("listener.name.scram.sasl.enabled.mechanisms", "SCRAM-SHA-256");
    properties.put(
        "listener.name.scram.scram-sha-256.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    properties.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    properties.put("super.users", "User:" + BROKER);
    store(BROKER).forEach((key, value) -> properties.put(key, value.toString()));
    return properties;
  }

  private static List<UserScramCredentialAlteration> users() {
    return KafkaRoles.all().stream()
        .filter(role -> role != KafkaRoles.DRIFT_MONITOR)
        .<UserScramCredentialAlteration>map(
            role ->
                new UserScramCredentialUpsertion(
                    user(role),
                    new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096),
                    password(role)))
        .toList();
  }

  private static String user(KafkaRole role) {
    return role.principal().substring("User:".length());
  }

  private static String password(KafkaRole role) {
    return "secret-of-" + role.name();
  }

  String registryUrl() {
    return registry.url();
  }

  Certificates certificates() {
    return certificates;
  }

  /** Properties of a Kafka client that is known as a role. */
  Map<String, Object> client(KafkaRole role) {
    return role == KafkaRoles.DRIFT_MONITOR ? certified(user(role)) : withPassword(role);
  }

  private Map<String, Object> withPassword(KafkaRole role) {
    return withPassword(user(role), password(role));
  }

  /** Properties of a Kafka client that logs in. */
  Map<String, Object> withPassword(String user, String password) {
    Map<String, Object> client = new HashMap<>();
    client.put("bootstrap.servers", broker.bootstrapServers(SCRAM));
    client.put("security.protocol", "SASL_SSL");
    client.put("sasl.mechanism", "SCRAM-SHA-256");
    client.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(user, password));
    client.putAll(trust());
    return client;
  }

  private Map<String, Object> certified(String name) {
    return certified(store(name));
  }

  /** Properties of a Kafka client that shows a certificate. */
  Map<String, Object> certified(Map<String, Object> store) {
    Map<String, Object> client = new HashMap<>(store);
    client.put("bootstrap.servers", broker.bootstrapServers(MTLS));
    client.put("security.protocol", "SSL");
    return client;
  }

  /** Properties of a Kafka client that does not say who it is. */
  Map<String, Object> anonymous() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private Map<String, Object> store(String name) {
    return store(keyStores.get(name));
  }

  /** What shows a certificate, and trusts the authority. */
  Map<String, Object> store(Path keyStore) {
    Map<String, Object> store = new HashMap<>(trust());
    store.put("ssl.keystore.type", "PKCS12");
    store.put("ssl.keystore.location", keyStore.toString());
    store.put("ssl.keystore.password", Certificates.PASSWORD);
    return store;
  }

  private Map<String, Object> trust() {
    return Map.of(
        "ssl.truststore.type", "PEM", "ssl.truststore.location", certificates.trusted().toString());
  }

  @Override
  public void close() {
    registry.close();
    broker.close();
  }
}
