package io.creditstream.advisor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.web.MarkdownText.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {

  @Test
  void shouldReadTitlesHeadingsTextAndLists() {
    List<Block> blocks =
        MarkdownText.blocks("# Card\n\n## Use\nOne\nline.\n\n- **First.** A\n- [B](b.md) `c`\n");

    assertThat(blocks)
        .containsExactly(
            new Block("title", List.of("Card"), 0),
            new Block("heading", List.of("Use"), 0),
            new Block("text", List.of("One line."), 0),
            new Block("list", List.of("First. A", "B c"), 0));
  }

  @Test
  void shouldShowWhatIsEscapedAsItIsMeant() {
    assertThat(MarkdownText.blocks("EXT\\_SOURCE\\_2 &lt;b&gt; \\*\\*x\\*\\* \\[a\\](b) &amp;lt;"))
        .containsExactly(new Block("text", List.of("EXT_SOURCE_2 <b> **x** [a](b) &lt;"), 0));
  }

  @Test
  void shouldKeepABarInsideOfACell() {
    Block table = MarkdownText.blocks("| a | b |\n|---|---|\n| x\\|y | 1 |\n").get(0);

    assertThat(table.rows()).containsExactly(List.of("a", "b"), List.of("x|y", "1"));
  }
}
