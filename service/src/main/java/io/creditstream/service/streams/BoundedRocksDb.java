package io.creditstream.service.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

/**
 * Makes every store use the {@link RocksDbMemory} found among the properties under {@link
 * #MEMORY_CONFIG}. Kafka Streams creates one for each store.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

  /** Key of the property that holds the shared {@link RocksDbMemory}. */
  public static final String MEMORY_CONFIG = "creditstream.rocksdb.memory";

  private static final int WRITE_BUFFERS_A_STORE = 3;
  private static final long WRITE_BUFFER_BYTES = 8L << 20;

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    if (!(configs.get(MEMORY_CONFIG) instanceof RocksDbMemory memory)) {
      throw new IllegalStateException(
          "property " + MEMORY_CONFIG + " is not set: build the properties with StreamsProperties");
    }
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(memory.cache());
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(memory.writeBuffers());
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    options.setMaxWriteBufferNumber(WRITE_BUFFERS_A_STORE);
  }

  /** Nothing to free: the memory belongs to the process. */
  @Override
  public void close(String storeName, Options options) {}
}
