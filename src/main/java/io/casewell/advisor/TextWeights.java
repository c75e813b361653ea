package io.casewell.advisor;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Mention;
import io.casewell.catalogue.Mention.Kind;
import io.casewell.catalogue.Reading;
import io.casewell.catalogue.Role;
import io.casewell.catalogue.Skill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a text weighs on the two scales: each skill it asks for once, with the catalogue's weights.
 * A title counts half, because posts mislabel roles; so does a word about the person (organized,
 * punctual), which says little about the work.
 */
final class TextWeights {
  private static final int FULL = 4;
  private static final int HALF = 2;
  private static final int TITLE = 100 * HALF;

  /** Work at the core of a role, for saying how many more phrases would tip the answer. */
  private static final int CORE = 100 * FULL;

  private static final int MOST_PHRASES = 99;

  private final Map<String, Skill> skills = new LinkedHashMap<>();
  private final Map<String, List<Skill>> meanings = new LinkedHashMap<>();
  private final Map<String, Mention> firstMention = new LinkedHashMap<>();
  private final Set<String> titles;

  TextWeights(Catalogue catalogue, Reading reading) {
    for (var mention : reading.wanted(Kind.SKILL)) {
      var all = new ArrayList<Skill>();
      catalogue.skills().find(mention.code()).ifPresent(all::add);
      mention.others().forEach(code -> catalogue.skills().find(code).ifPresent(all::add));
      meanings.putIfAbsent(mention.code(), all);
      firstMention.putIfAbsent(mention.code(), mention);
      all.stream().findFirst().ifPresent(skill -> skills.putIfAbsent(mention.code(), skill));
    }
    titles = Set.copyOf(reading.codes(Kind.TITLE));
  }

  /** Whether only a title was recognised. */
  boolean onlyTitles() {
    return skills.isEmpty() && !titles.isEmpty();
  }

  /** A title counts, but never turns by itself what the work described says. */
  Balance balance() {
    return titleLeftOut() ? weighed(Set.of()) : weighed(titles);
  }

  /** Whether the title would turn the answer and therefore is not counted. */
  boolean titleLeftOut() {
    return !skills.isEmpty() && weighed(titles).byWeight() != weighed(Set.of()).byWeight();
  }

  private Balance weighed(Set<String> titles) {
    long paralegal = 0;
    long caseManager = 0;
    long paralegalCore = 0;
    long caseManagerCore = 0;
    for (var entry : meanings.entrySet()) {
      long p = weight(entry.getValue(), Role.PARALEGAL);
      long c = weight(entry.getValue(), Role.CASE_MANAGER);
      paralegal += p;
      caseManager += c;
      paralegalCore += core(entry.getValue(), Role.PARALEGAL) ? p + c : 0;
      caseManagerCore += core(entry.getValue(), Role.CASE_MANAGER) ? p + c : 0;
    }
    paralegal += titles.contains(Role.PARALEGAL.code()) ? TITLE : 0;
    caseManager += titles.contains(Role.CASE_MANAGER.code()) ? TITLE : 0;
    return new Balance(paralegal + caseManager, 100 * paralegal, paralegalCore, caseManagerCore);
  }

  private static long weight(List<Skill> meanings, Role role) {
    long sum = 0;
    for (var skill : meanings) {
      int weight = role == Role.PARALEGAL ? skill.paralegalWeight() : skill.caseManagerWeight();
      sum += (long) weight * (skill.trait() ? HALF : FULL);
    }
    return meanings.isEmpty() ? 0 : sum / meanings.size();
  }

  private static boolean core(List<Skill> meanings, Role role) {
    return meanings.stream().allMatch(s -> !s.trait() && s.primary().equals(Set.of(role)));
  }

  /**
   * The skills that pull hardest to one side, the strongest first, with the words they stood in.
   */
  List<Map.Entry<Skill, Mention>> strongest(int limit) {
    return skills.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<String, Skill> e) -> -pull(e.getValue())))
        .limit(limit)
        .map(e -> Map.entry(e.getValue(), mention(e.getKey())))
        .toList();
  }

  private Mention mention(String code) {
    var mention = firstMention.get(code);
    if (mention == null) {
      throw new IllegalStateException("no mention of " + code);
    }
    return mention;
  }

  private static int pull(Skill skill) {
    int pull = Math.abs(skill.paralegalWeight() - skill.caseManagerWeight());
    return skill.trait() ? pull / 2 : pull;
  }

  /** How many more phrases about one role's core work would alter the answer. */
  String change() {
    var now = balance();
    for (int n = 1; n <= MOST_PHRASES; n++) {
      for (var role : Role.values()) {
        var verdict = with(now, role, n).byWeight();
        if (verdict != now.byWeight()) {
          var work =
              role == Role.PARALEGAL
                  ? "research, drafting or trial"
                  : "client, calendar or billing";
          return "If the text asked for %s of %s work, the answer would be %s."
              .formatted(
                  n == 1 ? "one thing more" : n + " things more", work, verdict.inSentence());
        }
      }
    }
    return "No few words more would alter the answer.";
  }

  private static Balance with(Balance now, Role role, int n) {
    long added = (long) n * CORE;
    boolean paralegal = role == Role.PARALEGAL;
    return new Balance(
        now.total() + added,
        now.paralegal() + (paralegal ? 100 * added : 0),
        now.paralegalCore() + (paralegal ? added : 0),
        now.caseManagerCore() + (paralegal ? 0 : added));
  }
}
