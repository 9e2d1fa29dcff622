package io.creditstream.features.dataset;

import java.util.function.Consumer;

/** Gives dossiers one after the other, always the same in the same order. */
public interface DossierSource {

  /** How many dossiers there are. */
  long size();

  /** Hands every dossier to a consumer, in order. */
  void forEach(Consumer<Dossier> consumer);
}
