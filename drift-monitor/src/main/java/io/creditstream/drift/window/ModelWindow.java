package io.creditstream.drift.window;

/**
 * A window of one model.
 *
 * @param modelSha256 the model
 * @param start start of the window in event time, milliseconds since 1970
 */
public record ModelWindow(String modelSha256, long start) {}
