package io.casewell.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Somebody a newcomer can sign in as.
 *
 * @param name the word in addresses, also the subject at the sandbox's identity provider
 * @param title what they are
 * @param person what they are called
 * @param tryThis what to do first
 */
public record Persona(String name, String title, String person, String tryThis) {
  /** An address that no mail reaches (RFC 2606). */
  String email() {
    return name + "@sandbox.example";
  }

  /** The account's id, the same on every start. */
  UUID account() {
    return UUID.nameUUIDFromBytes(("persona " + name).getBytes(StandardCharsets.UTF_8));
  }
}
