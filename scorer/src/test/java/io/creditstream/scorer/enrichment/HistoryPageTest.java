package io.creditstream.scorer.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryPageTest {

  @Test
  void shouldReadWhatItWrites() {
    HistoryPage page =
        new HistoryPage(
            7,
            List.of(
                HistoryEntry.version("a", 8, new byte[] {1, 2, 3}), HistoryEntry.removal("ü", 9)));

    HistoryPage read = HistoryPage.read(page.bytes());

    assertThat(read.erasedUpTo()).isEqualTo(7);
    assertThat(read.entries()).extracting(HistoryEntry::recordId).containsExactly("a", "ü");
    assertThat(read.entries()).extracting(HistoryEntry::eventTime).containsExactly(8L, 9L);
    assertThat(read.entries()).extracting(HistoryEntry::deleted).containsExactly(false, true);
    assertThat(read.entries().get(0).value()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
  }

  @Test
  void shouldFindTheValuesOfRecordsThatHold() {
    HistoryPage page =
        new HistoryPage(
            HistoryPage.NEVER,
            List.of(
                HistoryEntry.version("a", 8, new byte[] {1, 2, 3}),
                HistoryEntry.removal("ü", 9),
                HistoryEntry.version("漢字", 9, new byte[] {4})));

    assertThat(HistoryPage.values(page.bytes()))
        .containsExactly(ByteBuffer.wrap(new byte[] {1, 2, 3}), ByteBuffer.wrap(new byte[] {4}));
  }

  @Test
  void shouldKeepItsLayout() {
    HistoryPage page = new HistoryPage(1, List.of(HistoryEntry.version("a", 2, new byte[] {9})));

    assertThat(page.bytes())
        .containsExactly(
            1, // version
            0, 0, 0, 0, 0, 0, 0, 1, // erased up to
            0, 0, 0, 1, // entries
            0, 0, 0, 1, 'a', // id
            0, 0, 0, 0, 0, 0, 0, 2, // event time
            0, // deleted
            0, 0, 0, 1, 9); // value
  }

  @Test
  void shouldRefuseAPageOfALaterRelease() {
    byte[] bytes = HistoryPage.EMPTY.bytes();
    bytes[0] = 2;

    assertThatThrownBy(() -> HistoryPage.read(bytes)).hasMessageContaining("version 2");
    assertThatThrownBy(() -> HistoryPage.values(bytes)).hasMessageContaining("version 2");
  }
}
