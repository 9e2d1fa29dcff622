package io.creditstream.advisor.web;

import io.creditstream.advisor.wording.Messages;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The function {@code t(key, value, value)} of the templates: a text in the reader's language. */
final class TextExtension extends AbstractExtension {

  static final String MESSAGES = "messages";

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of("t", new Text());
  }

  private static final class Text implements Function {

    @Override
    public List<String> getArgumentNames() {
      return List.of("key", "first", "second");
    }

    @Override
    public Object execute(
        Map<String, Object> arguments,
        PebbleTemplate self,
        EvaluationContext context,
        int lineNumber) {
      Messages messages = (Messages) Objects.requireNonNull(context.getVariable(MESSAGES));
      String key = String.valueOf(arguments.get("key"));
      Object first = arguments.get("first");
      Object second = arguments.get("second");
      if (first == null) {
        return messages.text(key);
      }
      return second == null ? messages.text(key, first) : messages.text(key, first, second);
    }
  }
}
