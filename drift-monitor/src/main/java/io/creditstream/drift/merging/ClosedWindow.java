package io.creditstream.drift.merging;

import io.creditstream.drift.histogram.WindowHistogram;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.schemas.WindowClosure;

/**
 * A window that nobody waits for any more.
 *
 * @param window which one
 * @param closedBy why it was closed
 * @param histogram all that was counted in it
 * @param late decisions of the model that came after their window was closed, since its last one
 */
public record ClosedWindow(
    ModelWindow window, WindowClosure closedBy, WindowHistogram histogram, long late) {}
