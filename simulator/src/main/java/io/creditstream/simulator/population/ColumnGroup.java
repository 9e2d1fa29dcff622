package io.creditstream.simulator.population;

/** Fills some columns of an application row from the client's latents. */
interface ColumnGroup {
  void fill(ClientDraw client, Row row);
}
