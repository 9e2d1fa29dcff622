package io.creditstream.schemas.registry;

import org.apache.avro.Schema;

/**
 * What the serdes ask of a schema registry. Implementations may be used by several threads.
 *
 * <p>Every method throws {@link RegistryUnavailableException} when the registry gives no usable
 * answer: that says nothing about the data at hand, which must be kept and tried again.
 */
public interface SchemaRegistryClient extends AutoCloseable {

  /**
   * Registers a schema under a subject; registering it again changes nothing.
   *
   * @return the id that the registry gave the schema
   * @throws SchemaIncompatibleException if the registry refuses the schema for this subject
   */
  int register(String subject, Schema schema);

  /**
   * The schema with this id.
   *
   * @throws UnknownSchemaException if the registry is up and has no Avro schema with this id
   */
  Schema schemaById(int id);

  /** Whether a schema may become the next version of a subject; true for a subject without one. */
  boolean compatible(String subject, Schema schema);

  /**
   * Asks the registry to take as versions of a subject only such schemas as read, and are read by,
   * all others (FULL_TRANSITIVE): applications of several versions run side by side during an
   * upgrade.
   *
   * @return whether the registry does so from now on
   */
  boolean keepCompatible(String subject);

  /** Gives up waiting requests and frees connections; later calls may fail. */
  @Override
  default void close() {}
}
