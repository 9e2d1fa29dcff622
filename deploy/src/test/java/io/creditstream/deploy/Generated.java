package io.creditstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is written from what the product says elsewhere. */
public final class Generated {

  /** With {@code -Dcreditstream.write=true} the files are written in place of being compared. */
  private static final boolean WRITE = Boolean.getBoolean("creditstream.write");

  private Generated() {}

  /** Holds a file against what it should say. */
  public static void requireCurrent(Path file, String content) throws IOException {
    if (WRITE) {
      Files.writeString(file, content);
    }
    assertThat(Files.readString(file))
        .as("%s is not what the product says: run this test with -Dcreditstream.write=true", file)
        .isEqualTo(content);
  }
}
