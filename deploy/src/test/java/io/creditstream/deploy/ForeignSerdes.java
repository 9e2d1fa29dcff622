package io.creditstream.deploy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The Avro serdes of another implementation, by the names of their classes in the system properties
 * {@code foreign.serializer} and {@code foreign.deserializer}: Apicurio's or, with the Maven
 * profile {@code confluent}, Confluent's.
 */
final class ForeignSerdes {

  private ForeignSerdes() {}

  static Serializer<Object> serializer(Containers containers) {
    Serializer<Object> serializer = create("foreign.serializer", Serializer.class);
    serializer.configure(settings(containers), false);
    return serializer;
  }

  static Deserializer<Object> deserializer(Containers containers) {
    Deserializer<Object> deserializer = create("foreign.deserializer", Deserializer.class);
    deserializer.configure(settings(containers), false);
    return deserializer;
  }

  /** Each implementation takes the settings that it knows and leaves the others alone. */
  private static Map<String, Object> settings(Containers containers) {
    Map<String, Object> settings = new HashMap<>();
    // Confluent's
    settings.put("schema.registry.url", containers.registryUrl());
    settings.put("auto.register.schemas", false);
    settings.put("use.latest.version", true);
    settings.put("specific.avro.reader", true);
    // Apicurio's, told to write what Confluent's does
    settings.put("apicurio.registry.url", containers.registry("/apis/registry/v2"));
    settings.put("apicurio.registry.auto-register", false);
    settings.put("apicurio.registry.find-latest", true);
    settings.put("apicurio.registry.use-specific-avro-reader", true);
    settings.put("apicurio.registry.use-id", "contentId");
    settings.put("apicurio.registry.id-handler", "io.apicurio.registry.serde.Legacy4ByteIdHandler");
    settings.put("apicurio.registry.headers.enabled", false);
    return settings;
  }

  @SuppressWarnings("unchecked") // serdes of any object
  private static <T> T create(String property, Class<? super T> type) {
    String className = System.getProperty(property, "");
    try {
      return (T) type.cast(Class.forName(className).getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(className + " cannot be used as a " + type.getName(), e);
    }
  }
}
