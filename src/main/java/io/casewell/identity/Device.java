package io.casewell.identity;

import java.util.Locale;

/** What a browser calls itself, in words a person knows: "Firefox on Windows". */
final class Device {
  private Device() {}

  static String words(String userAgent) {
    if (userAgent.isBlank()) {
      return "An unknown device";
    }
    var agent = userAgent.toLowerCase(Locale.ROOT);
    var browser = browser(agent);
    var system = system(agent);
    return system.isEmpty() ? browser : browser + " on " + system;
  }

  private static String browser(String agent) {
    // the order matters: Edge and Opera call themselves Chrome, too, and Chrome calls itself Safari
    if (agent.contains("edg/") || agent.contains("edga/") || agent.contains("edgios/")) {
      return "Edge";
    }
    if (agent.contains("opr/") || agent.contains("opera")) {
      return "Opera";
    }
    if (agent.contains("firefox/") || agent.contains("fxios/")) {
      return "Firefox";
    }
    if (agent.contains("chrome/") || agent.contains("crios/") || agent.contains("chromium/")) {
      return "Chrome";
    }
    if (agent.contains("safari/")) {
      return "Safari";
    }
    return agent.contains("mozilla/") ? "A browser" : "A program";
  }

  private static String system(String agent) {
    if (agent.contains("iphone")) {
      return "an iPhone";
    }
    if (agent.contains("ipad")) {
      return "an iPad";
    }
    if (agent.contains("android")) {
      return "Android";
    }
    if (agent.contains("windows")) {
      return "Windows";
    }
    if (agent.contains("mac os")) {
      return "a Mac";
    }
    if (agent.contains("cros")) {
      return "a Chromebook";
    }
    return agent.contains("linux") ? "Linux" : "";
  }
}
