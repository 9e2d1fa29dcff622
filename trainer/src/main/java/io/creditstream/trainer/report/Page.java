package io.creditstream.trainer.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.drift.document.HtmlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in one file: a frame of HTML, with style, scripts, charts library and data put into it.
 * All that comes from the data is in the JSON, which the scripts set as text.
 */
final class Page {

  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private Page() {}

  static String report(PageData data) {
    return fill(
        "report.html",
        data,
        resource("page.css") + resource("report.css"),
        resource("page.js") + resource("charts.js") + resource("tables.js"));
  }

  static String presentation(PageData data) {
    return fill(
        "presentation.html",
        data,
        resource("page.css") + resource("presentation.css"),
        resource("page.js")
            + resource("charts.js")
            + resource("tables.js")
            + resource("slides.js"));
  }

  private static String fill(String frame, PageData data, String style, String script) {
    Map<String, String> parts =
        Map.of(
            "title", HtmlText.escape(data.title()),
            "subtitle", HtmlText.escape(data.subtitle()),
            "style", style,
            "data", embed(ResultsJson.write(data)),
            "echarts", resource(ECHARTS),
            "script", script);
    // In one pass, so that nothing that was put in is taken for a place itself.
    return PLACE
        .matcher(resource(frame))
        .replaceAll(place -> Matcher.quoteReplacement(part(parts, place.group(1))));
  }

  private static String part(Map<String, String> parts, String name) {
    String part = parts.get(name);
    if (part == null) {
      throw new IllegalStateException("nothing to put into the page at " + name);
    }
    return part;
  }

  /** JSON that cannot end or open an element of the page around it. */
  static String embed(String json) {
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name + " on the class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
