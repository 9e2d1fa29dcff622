package io.creditstream.schemas.registry;

import org.jspecify.annotations.Nullable;

/** Why a schema registry did not do what it was asked. */
public abstract sealed class RegistryException extends RuntimeException
    permits RegistryUnavailableException, SchemaIncompatibleException, UnknownSchemaException {

  private static final long serialVersionUID = 1L;

  RegistryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
