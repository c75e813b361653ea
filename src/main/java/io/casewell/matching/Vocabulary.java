package io.casewell.matching;

import io.casewell.platform.FirmId;
import io.casewell.platform.PartyHash;

/** The numbers the index uses in place of slugs, codes, firms and parties. */
final class Vocabulary {
  final Interned<String> skills = new Interned<>();
  final Interned<String> software = new Interned<>();
  final Interned<String> credentials = new Interned<>();
  final Interned<String> jurisdictions = new Interned<>();
  final Interned<String> practiceAreas = new Interned<>();
  final Interned<String> languages = new Interned<>();
  final Interned<FirmId> firms = new Interned<>();
  final Interned<PartyHash> parties = new Interned<>();
  final HoursTable hours = new HoursTable();
}
