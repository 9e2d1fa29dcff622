package io.creditstream.service.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {

  private final List<String> closed = new ArrayList<>();

  @Test
  void shouldCloseTheNewestFirstWhateverFailsAndOnce() {
    Resources resources =
        Resources.open(
            opened -> {
              opened.own(() -> closed.add("first"));
              opened.own(
                  () -> {
                    throw new IllegalStateException("broken");
                  });
              opened.own(() -> closed.add("last"));
              return opened;
            });

    resources.close();
    resources.close();

    assertThat(closed).containsExactly("last", "first");
  }

  @Test
  void shouldCloseWhatWasOpenedWhenTheConstructorFails() {
    IllegalStateException failure = new IllegalStateException("no port");

    assertThatThrownBy(
            () ->
                Resources.open(
                    opened -> {
                      opened.own(() -> closed.add("first"));
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(closed).containsExactly("first");
  }

  @Test
  void shouldCloseWhatWasOpenedWhenTheConstructorEndsInAnError() {
    UnsatisfiedLinkError error = new UnsatisfiedLinkError("no library");

    assertThatThrownBy(
            () ->
                Resources.open(
                    opened -> {
                      opened.own(() -> closed.add("first"));
                      throw error;
                    }))
        .isSameAs(error);

    assertThat(closed).containsExactly("first");
  }
}
