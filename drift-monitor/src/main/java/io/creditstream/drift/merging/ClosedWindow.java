package io.creditstream.drift.merging;

import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.schemas.WindowClosure;

/**
 * A window that nobody waits for any more.
 *
 * @param window which one
 * @param closedBy why it was closed
 * @param counts all that was counted in it
 * @param late decisions of the model that came after their window was closed, since the last window
 *     of this size
 */
public record ClosedWindow(
    ModelWindow window, WindowClosure closedBy, WindowCounts counts, long late) {}
