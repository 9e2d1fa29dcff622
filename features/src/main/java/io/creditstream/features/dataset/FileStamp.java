package io.creditstream.features.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a file was changed: it was written to, replaced, or cut.
 *
 * @param path the file
 * @param size bytes
 * @param modified when it was written to last
 * @param key which file of the system it is; null where the system has no such thing
 */
record FileStamp(Path path, long size, FileTime modified, @Nullable Object key) {

  /**
   * @throws DatasetException if there is no such file
   */
  static FileStamp of(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new FileStamp(
          path, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    } catch (IOException e) {
      throw new DatasetException("cannot read " + path + "; is it still there?", e);
    }
  }

  /**
   * @throws DatasetException if the file is no longer the same
   */
  void requireUnchanged() {
    if (!Objects.equals(this, of(path))) {
      throw new DatasetException(
          path + " was changed while it was read; start again when nothing writes to it");
    }
  }
}
