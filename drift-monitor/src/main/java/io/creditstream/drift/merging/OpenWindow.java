package io.creditstream.drift.merging;

import io.creditstream.drift.window.ModelWindow;

/**
 * A window with decisions that no report covers yet.
 *
 * @param window which one
 * @param samples decisions counted in it so far
 */
public record OpenWindow(ModelWindow window, long samples) {}
