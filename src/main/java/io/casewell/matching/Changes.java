package io.casewell.matching;

import io.casewell.needs.NeedTerms;
import io.casewell.needs.NeedTerms.LanguageWanted;
import io.casewell.needs.NeedTerms.MustSkill;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms with one thing changed. */
final class Changes {
  private Changes() {}

  static NeedTerms hours(NeedTerms t, int hoursPerWeek) {
    return copy(t, hoursPerWeek, t.mustSkills(), t.minOverlapMinutes(), t.rateCapCents());
  }

  static NeedTerms mustSkills(NeedTerms t, List<MustSkill> mustSkills) {
    return copy(t, t.hoursPerWeek(), mustSkills, t.minOverlapMinutes(), t.rateCapCents());
  }

  static NeedTerms minOverlap(NeedTerms t, int minutes) {
    return copy(t, t.hoursPerWeek(), t.mustSkills(), minutes, t.rateCapCents());
  }

  static NeedTerms rateCap(NeedTerms t, int cents) {
    return copy(t, t.hoursPerWeek(), t.mustSkills(), t.minOverlapMinutes(), cents);
  }

  static NeedTerms required(
      NeedTerms t,
      List<String> software,
      List<List<String>> credentials,
      List<String> jurisdictions,
      List<LanguageWanted> languages) {
    return new NeedTerms(
        t.title(),
        t.role(),
        t.seats(),
        t.hoursPerWeek(),
        t.mustSkills(),
        t.niceSkills(),
        software,
        t.niceSoftware(),
        credentials,
        jurisdictions,
        t.practiceAreas(),
        languages,
        t.zone(),
        t.window(),
        t.minOverlapMinutes(),
        t.rateCapCents(),
        t.startDate(),
        t.weeks());
  }

  /** The list without the one at this place. */
  static <T> List<T> without(List<T> list, int index) {
    var rest = new ArrayList<>(list);
    rest.remove(index);
    return rest;
  }

  /** The list with another at this place. */
  static <T> List<T> with(List<T> list, int index, T other) {
    var changed = new ArrayList<>(list);
    changed.set(index, other);
    return changed;
  }

  private static NeedTerms copy(
      NeedTerms t,
      int hoursPerWeek,
      List<MustSkill> mustSkills,
      int minOverlapMinutes,
      @Nullable Integer rateCapCents) {
    return new NeedTerms(
        t.title(),
        t.role(),
        t.seats(),
        hoursPerWeek,
        mustSkills,
        t.niceSkills(),
        t.mustSoftware(),
        t.niceSoftware(),
        t.credentials(),
        t.jurisdictions(),
        t.practiceAreas(),
        t.languages(),
        t.zone(),
        t.window(),
        minOverlapMinutes,
        rateCapCents,
        t.startDate(),
        t.weeks());
  }
}
