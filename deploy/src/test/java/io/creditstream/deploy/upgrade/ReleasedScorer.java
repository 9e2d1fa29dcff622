package io.creditstream.deploy.upgrade;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a scorer with the classes of another release before those of today. */
public final class ReleasedScorer {

  /** Variable that says where the classes of the other release are. */
  static final String CLASSES = "RELEASE_CLASSES";

  private ReleasedScorer() {}

  public static void main(String[] arguments) throws Exception {
    List<URL> urls = new ArrayList<>();
    urls.add(url(System.getenv(CLASSES)));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(url(entry));
    }
    // It lives as long as the process.
    ClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass(io.creditstream.scorer.Main.class.getName())
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }

  private static URL url(String entry) throws MalformedURLException {
    return Path.of(entry).toUri().toURL();
  }
}
