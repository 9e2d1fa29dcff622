package io.creditstream.schemas.registry;

/** The registry refuses a schema: it breaks the compatibility rule of its subject or is invalid. */
public final class SchemaIncompatibleException extends RegistryException {

  private static final long serialVersionUID = 1L;

  public SchemaIncompatibleException(String message) {
    super(message, null);
  }
}
