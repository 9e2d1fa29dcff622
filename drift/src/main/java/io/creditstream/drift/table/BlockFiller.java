package io.creditstream.drift.table;

import io.creditstream.features.dataset.CellSink;
import io.creditstream.features.dataset.DatasetException;
import io.creditstream.features.dataset.TableHeader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Fills one block with cells while the other one is worked on in the background. */
final class BlockFiller implements CellSink {

  private final TableHeader header;
  private final int rows;
  private final Consumer<CellBlock> worker;
  private CellBlock filled;
  private CellBlock worked;
  private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

  /**
   * @param rows rows of a block
   * @param worker takes a block that is full, one at a time
   */
  BlockFiller(TableHeader header, int rows, Consumer<CellBlock> worker) {
    this.header = header;
    this.rows = rows;
    this.worker = worker;
    this.filled = new CellBlock(header.columns().size(), rows);
    this.worked = new CellBlock(header.columns().size(), rows);
  }

  @Override
  public void cell(char[] buffer, int offset, int length) {
    filled.add(buffer, offset, length);
  }

  @Override
  public void endRow(long line) {
    if (filled.cellsOfRow() != header.columns().size()) {
      await();
      throw new DatasetException(
          "%s line %d has %d cells where the header has %d"
              .formatted(header.file(), line, filled.cellsOfRow(), header.columns().size()));
    }
    filled.endRow();
    if (filled.rows() == rows) {
      handOver();
    }
  }

  /** Hands over what is left, and waits until all is done. */
  void finish() {
    handOver();
    await();
  }

  private void handOver() {
    await();
    CellBlock full = filled;
    filled = worked;
    worked = full;
    filled.clear();
    work = CompletableFuture.runAsync(() -> worker.accept(full));
  }

  private void await() {
    try {
      work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
