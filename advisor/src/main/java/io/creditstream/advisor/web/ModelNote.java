package io.creditstream.advisor.web;

import io.creditstream.advisor.wording.Language;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.features.bundle.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A note that the training run wrote about a model.
 *
 * @param title what it is
 * @param language code of the language that it is in
 * @param blocks its text
 */
public record ModelNote(String title, String language, List<MarkdownText.Block> blocks) {

  /** Names of the notes without what follows for the language, with the keys of their titles. */
  private static final List<Name> NAMES =
      List.of(new Name("model-card", "model.card"), new Name("methodology", "model.methodology"));

  private record Name(String file, String title) {}

  public ModelNote {
    blocks = List.copyOf(blocks);
  }

  /**
   * The notes in the reader's language; one that there is not in it, in English: bundles of earlier
   * releases hold no other.
   */
  static List<ModelNote> of(Documents documents, Wording wording) {
    List<ModelNote> notes = new ArrayList<>();
    for (Name name : NAMES) {
      note(documents, name, wording.language(), wording)
          .or(() -> note(documents, name, Language.EN, wording))
          .ifPresent(notes::add);
    }
    return notes;
  }

  private static Optional<ModelNote> note(
      Documents documents, Name name, Language language, Wording wording) {
    String suffix = language == Language.EN ? "" : "-" + language.code();
    return Optional.ofNullable(documents.text(name.file() + suffix + ".md"))
        .map(
            text ->
                new ModelNote(
                    wording.messages().text(name.title()),
                    language.code(),
                    MarkdownText.blocks(text)));
  }
}
