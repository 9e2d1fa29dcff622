package io.creditstream.features.dataset;

import java.time.Instant;
import java.util.function.Consumer;

/** Dossiers in a fixed order, always the same. */
public interface DossierSource extends AutoCloseable {

  /** How many dossiers there are. */
  long size();

  /**
   * One dossier, as if its application were submitted at the given time.
   *
   * @param index from 0, below {@link #size()}
   */
  Dossier dossier(long index, Instant submittedAt);

  /** Hands every dossier to a consumer, in order, each submitted when the source says. */
  void forEach(Consumer<Dossier> consumer);

  /** Gives back files or memory that the dossiers are read from. */
  @Override
  default void close() {}
}
