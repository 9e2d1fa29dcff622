package io.creditstream.schemas.registry;

/** The registry is up and has no Avro schema with this id: whatever refers to it is bad. */
public final class UnknownSchemaException extends RegistryException {

  private static final long serialVersionUID = 1L;

  private final int id;

  public UnknownSchemaException(int id, String message) {
    super(message, null);
    this.id = id;
  }

  /** The id that was asked for. */
  public int id() {
    return id;
  }
}
