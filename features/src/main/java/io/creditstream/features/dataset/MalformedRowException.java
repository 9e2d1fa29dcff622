package io.creditstream.features.dataset;

/** A row that cannot be read. The message names file, line and column, never the value. */
public final class MalformedRowException extends DatasetException {

  private static final long serialVersionUID = 1L;

  MalformedRowException(TableRow row, String problem) {
    super("%s line %d: %s".formatted(row.file(), row.line(), problem));
  }
}
