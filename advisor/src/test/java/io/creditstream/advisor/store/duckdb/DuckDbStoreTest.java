package io.creditstream.advisor.store.duckdb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.advisor.store.CaseStore;
import io.creditstream.advisor.store.CaseStoreContract;
import io.creditstream.advisor.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbStoreTest extends CaseStoreContract {

  @TempDir private Path directory;

  @Override
  protected CaseStore open() {
    return DuckDbStore.open(directory, 128);
  }

  @Test
  void shouldSayHowToMendADirectoryThatCannotBeUsed() {
    Path file = directory.resolve("no directory");
    assertThatThrownBy(
            () -> {
              Files.writeString(file, "x");
              DuckDbStore.open(file, 128);
            })
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be opened");
  }
}
