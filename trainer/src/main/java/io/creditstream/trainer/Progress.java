package io.creditstream.trainer;

/** Is told how far the work is. */
@FunctionalInterface
public interface Progress {

  /**
   * @param task what is being done, in a few words
   * @param done steps done
   * @param total steps in all
   */
  void at(String task, long done, long total);

  /**
   * Says what is the best so far.
   *
   * @param text in a few words
   */
  default void best(String text) {}

  /** Tells nobody. */
  static Progress silent() {
    return (task, done, total) -> {};
  }
}
