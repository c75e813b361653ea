package io.casewell.needs;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Entry;
import io.casewell.catalogue.Shelf;
import java.util.List;

/**
 * A field of the form that takes several entries of the catalogue.
 *
 * @param name the field; what is typed but not chosen comes as {@code nameText}
 * @param what one of them in a sentence
 * @param shelf what may be chosen
 * @param grade the start of the names of the fields beside each entry, or empty when it has none
 * @param usual the grade of an entry that was just added
 */
record Picker(String name, String what, Shelf<? extends Entry> shelf, String grade, String usual) {

  static List<Picker> all(Catalogue catalogue, int groups) {
    var all = new java.util.ArrayList<Picker>();
    all.add(new Picker("mustSkills", "skill", catalogue.skills(), "mustLevel-", "3"));
    all.add(new Picker("niceSkills", "skill", catalogue.skills(), "niceWeight-", "2"));
    all.add(new Picker("mustSoftware", "program", catalogue.software(), "", ""));
    all.add(new Picker("niceSoftware", "program", catalogue.software(), "", ""));
    all.add(new Picker("languages", "language", catalogue.languages(), "languageLevel-", "4"));
    all.add(new Picker("jurisdictions", "jurisdiction", catalogue.jurisdictions(), "", ""));
    all.add(new Picker("practiceAreas", "practice area", catalogue.practiceAreas(), "", ""));
    for (int i = 0; i < groups; i++) {
      all.add(new Picker("credentials" + i, "credential", catalogue.credentials(), "", ""));
    }
    return List.copyOf(all);
  }
}
