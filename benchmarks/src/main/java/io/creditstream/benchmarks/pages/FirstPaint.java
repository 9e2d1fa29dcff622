package io.creditstream.benchmarks.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** When a browser that has seen nothing of the site yet shows the first content of a page. */
final class FirstPaint implements AutoCloseable {

  private static final int REPEATS = 7;

  /** The observer also tells what was painted before it was made. */
  private static final String FIRST_CONTENT =
      """
      () => new Promise(resolve => new PerformanceObserver((list, observer) => {
        for (const entry of list.getEntriesByName('first-contentful-paint')) {
          observer.disconnect();
          resolve(entry.startTime);
        }
      }).observe({type: 'paint', buffered: true}))
      """;

  private final Playwright playwright;
  private final Browser browser;
  private final URI base;

  /**
   * @param chromium program of the browser
   * @param base where the pages are
   */
  FirstPaint(Path chromium, URI base) {
    this.base = base;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /** Median of the time from the click to the first content, in ms. */
  double medianMillis(String path) {
    double[] times = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      try (BrowserContext context = browser.newContext()) {
        Page page = context.newPage();
        page.navigate(base.resolve(path).toString());
        times[i] = ((Number) page.evaluate(FIRST_CONTENT)).doubleValue();
      }
    }
    Arrays.sort(times);
    return times[REPEATS / 2];
  }

  @Override
  public void close() {
    playwright.close();
  }
}
