package io.creditstream.features.dataset;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Passes cells on as the parser finds them; a record is the number of its first line. */
final class CellHandler extends AbstractBaseCsvCallbackHandler<Long> {

  private final CellSink sink;
  private boolean passesOn;

  CellHandler(CellSink sink) {
    this.sink = sink;
  }

  /** From now on: the cells of the header are not passed on. */
  void passOn() {
    passesOn = true;
  }

  @Override
  protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
    if (passesOn) {
      sink.cell(buffer, offset, length);
    }
  }

  @Override
  protected Long buildRecord() {
    return getStartingLineNumber();
  }
}
