package io.creditstream.advisor.web;

import io.creditstream.advisor.wording.Messages;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Fills the templates. Everything that is put in is escaped; a name that is unknown fails. */
final class Templates {

  private static final String PREFIX = "io/creditstream/advisor/templates/";

  private final PebbleEngine engine;

  Templates() {
    ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix(PREFIX);
    loader.setSuffix(".peb");
    this.engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .autoEscaping(true)
            .extension(new TextExtension())
            .build();
  }

  /**
   * A page.
   *
   * @param name name of the template
   * @param messages texts for its function {@code t}
   * @param model values by name
   */
  String fill(String name, Messages messages, Map<String, Object> model) {
    StringWriter html = new StringWriter(32_000);
    Map<String, Object> context = new HashMap<>(model);
    context.put(TextExtension.MESSAGES, messages);
    try {
      engine.getTemplate(name).evaluate(html, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return html.toString();
  }
}
