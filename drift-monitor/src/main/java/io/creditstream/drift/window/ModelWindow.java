package io.creditstream.drift.window;

/**
 * A window of one model.
 *
 * @param modelSha256 the model
 * @param segment part of the population; {@link #EVERYBODY} for all of it
 * @param start start of the window in event time, milliseconds since 1970, a multiple of the size
 * @param size length of the window, milliseconds
 */
public record ModelWindow(String modelSha256, String segment, long start, long size) {

  /** The segment that holds everybody. */
  public static final String EVERYBODY = "all";

  /** A window of everybody. */
  public ModelWindow(String modelSha256, long start, long size) {
    this(modelSha256, EVERYBODY, start, size);
  }

  /** End of the window in event time, exclusive. */
  public long end() {
    return start + size;
  }

  /** The window of a larger size that holds this one. */
  public ModelWindow within(long larger) {
    return new ModelWindow(modelSha256, segment, start - Math.floorMod(start, larger), larger);
  }
}
