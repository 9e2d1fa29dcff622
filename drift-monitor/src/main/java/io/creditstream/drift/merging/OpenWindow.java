package io.creditstream.drift.merging;

import io.creditstream.drift.window.ModelWindow;

/**
 * A window with records that no report covers yet.
 *
 * @param window which one
 * @param records decisions, and what came of others, counted in it so far
 */
public record OpenWindow(ModelWindow window, long records) {}
