package io.creditstream.trainer.publish;

/** What a published model does; its key on the topic of the models. */
public enum ModelRole {
  /** Decides. */
  CHAMPION("champion"),
  /** Scores the same applications in the shadow. */
  CHALLENGER("challenger");

  private final String key;

  ModelRole(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }
}
