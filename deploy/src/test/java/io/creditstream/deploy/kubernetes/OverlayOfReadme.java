package io.creditstream.deploy.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The overlay that README.md shows to whoever installs. */
final class OverlayOfReadme {

  private static final String CHECKOUT = "../creditstream/";

  private OverlayOfReadme() {}

  /**
   * Writes it as README.md says, with the place of this checkout.
   *
   * @return the directory
   */
  static Path write(Path directory) throws IOException {
    String readme = Files.readString(Installation.ROOT.resolve("README.md"));
    String text = readme.split("```yaml\n|\n```\n\nThen:")[1];
    Path checkout = Installation.ROOT.toRealPath().getParent().getParent();
    Files.writeString(
        directory.resolve("kustomization.yaml"),
        text.replace(CHECKOUT, directory.toRealPath().relativize(checkout) + "/"));
    return directory;
  }
}
