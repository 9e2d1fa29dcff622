package io.creditstream.cluster;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Listeners of a broker beside its usual one.
 *
 * @param addresses host and port of each, by its name
 */
record FurtherListeners(Map<String, String> addresses) {

  private static final List<String> KEYS = List.of("listeners", "advertised.listeners");

  FurtherListeners {
    addresses = Map.copyOf(addresses);
  }

  static FurtherListeners onFreePorts(Set<String> names) {
    List<LoopbackPort> held = new ArrayList<>();
    try {
      Map<String, String> addresses = new HashMap<>();
      for (String name : names) {
        LoopbackPort port = LoopbackPort.hold(0);
        held.add(port);
        addresses.put(name, LoopbackPort.HOST + ":" + port.number());
      }
      return new FurtherListeners(addresses);
    } finally {
      held.forEach(LoopbackPort::close);
    }
  }

  /** The properties of a node with these listeners beside its own. */
  Map<String, String> addTo(Map<String, String> properties) {
    if (addresses.isEmpty()) {
      return properties;
    }
    String more =
        new TreeMap<>(addresses)
            .entrySet().stream()
                .map(listener -> listener.getKey() + "://" + listener.getValue())
                .collect(joining(","));
    Map<String, String> all = new HashMap<>(properties);
    KEYS.forEach(key -> all.computeIfPresent(key, (any, own) -> own + "," + more));
    return all;
  }

  String address(String name) {
    String address = addresses.get(name);
    if (address == null) {
      throw new IllegalArgumentException("no listener " + name);
    }
    return address;
  }
}
