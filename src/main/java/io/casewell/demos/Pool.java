package io.casewell.demos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pool's people as a select reads them. */
final class Pool {
  private Pool() {}

  /** Account → name. */
  static Map<String, String> names(List<DemoHost> hosts) {
    var names = new LinkedHashMap<String, String>();
    hosts.forEach(host -> names.put(host.account().toString(), host.name()));
    return names;
  }
}
