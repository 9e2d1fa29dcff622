package io.creditstream.schemas.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model is for: the key of its record on the topic of the models. */
public enum ModelRole {
  /** Decides. A tombstone does not withdraw it: without a model nothing could be decided. */
  CHAMPION("champion", false),
  /** Scores the same applications in the shadow, until a tombstone withdraws it. */
  CHALLENGER("challenger", true);

  /** Begins the keys of champions that were replaced; each is written before its successor. */
  public static final String ARCHIVE = "archive:";

  private final String key;
  private final boolean withdrawable;

  ModelRole(String key, boolean withdrawable) {
    this.key = key;
    this.withdrawable = withdrawable;
  }

  /** Key of the record, in lower case. */
  public String key() {
    return key;
  }

  /** Whether a tombstone takes the role away from the model that has it. */
  public boolean withdrawable() {
    return withdrawable;
  }

  /** Whether the key of a record names a champion that was replaced. */
  public static boolean isArchive(byte @Nullable [] key) {
    return key != null && new String(key, UTF_8).startsWith(ARCHIVE);
  }

  /** The role that the key of a record names; empty for records of other kinds. */
  public static Optional<ModelRole> of(byte @Nullable [] key) {
    if (key != null) {
      String text = new String(key, UTF_8);
      for (ModelRole role : values()) {
        if (role.key.equals(text)) {
          return Optional.of(role);
        }
      }
    }
    return Optional.empty();
  }
}
