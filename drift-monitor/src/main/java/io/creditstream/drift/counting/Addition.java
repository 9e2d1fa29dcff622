package io.creditstream.drift.counting;

import io.creditstream.drift.exchange.MessageCodec;
import io.creditstream.drift.histogram.CellList;
import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.segment.Traits;
import io.creditstream.drift.tally.Tally;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;
import java.util.List;

/**
 * What one record adds: to the window of everybody and to that of each of its segments. The arrays
 * must not be changed.
 *
 * @param window the window of everybody
 * @param segments segments that it belongs to
 * @param cells where a decision counts; none for a record that is none
 * @param effects sizes of the contributions of a decision; none where it carries none
 * @param tally what it adds in every segment
 * @param everybody what it adds for everybody alone
 */
public record Addition(
    ModelWindow window,
    List<String> segments,
    CellList cells,
    long[] effects,
    Tally tally,
    Tally everybody) {

  private static final int[] NO_CELLS = {};
  private static final long[] NO_EFFECTS = {};

  public Addition {
    segments = List.copyOf(segments);
  }

  /** What is no decision. */
  static Addition of(ModelWindow window, List<String> segments, int layoutCells, Tally tally) {
    return new Addition(
        window, segments, new CellList(layoutCells, NO_CELLS), NO_EFFECTS, tally, new Tally());
  }

  /** The window of a segment. */
  public ModelWindow windowOf(String segment) {
    return new ModelWindow(window.modelSha256(), segment, window.start(), window.size());
  }

  /** Adds it to the counts of a segment. */
  public void addTo(WindowCounts counts, String segment) {
    counts.countRecord();
    if (!cells.isEmpty()) {
      counts.histogram().add(cells);
    }
    if (effects.length > 0) {
      counts.effects().add(effects);
    }
    counts.tally().merge(tally);
    if (segment.equals(ModelWindow.EVERYBODY)) {
      counts.tally().merge(everybody);
    }
  }

  /** Writes the addition. */
  public void write(VarintWriter out) {
    MessageCodec.write(out, window);
    Traits.writeTexts(out, segments);
    cells.write(out);
    out.write(effects.length);
    for (long effect : effects) {
      out.write(effect);
    }
    tally.write(out);
    everybody.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static Addition read(VarintReader in) {
    ModelWindow window = MessageCodec.readWindow(in);
    List<String> segments = Traits.readTexts(in);
    CellList cells = CellList.read(in);
    long[] effects = new long[Math.toIntExact(in.read())];
    for (int i = 0; i < effects.length; i++) {
      effects[i] = in.read();
    }
    return new Addition(window, segments, cells, effects, Tally.read(in), Tally.read(in));
  }
}
