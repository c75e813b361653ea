package io.casewell.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the catalogue knows in a firm's own words. One pass over the words with the lexicon's
 * tries and fixed windows, so its time grows with the length of the text and nothing else.
 */
final class Reader {
  /** How many words a verb reaches: "draft pleadings, discovery requests and subpoenas". */
  private static final int REACH = 14;

  /** Verbs this close together share what they are done to: "draft and file motions". */
  private static final int CHAIN = 3;

  /** What takes the words inside it away from other kinds. */
  private static final Set<Mention.Kind> WIDER =
      Set.of(Mention.Kind.OUT_OF_SCOPE, Mention.Kind.CERTIFICATION, Mention.Kind.CREDENTIAL);

  private final Lexicon lexicon;

  Reader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Reading read(String text) {
    return new Pass(text).reading();
  }

  /** A mention with the words it covers. */
  private record Hit(Mention mention, int from, int to) {}

  private final class Pass {
    private final String text;
    private final List<Token> tokens;
    private final Slips.@Nullable Mended[] mended;
    private final Negation.Marks marks;
    private final List<Hit> hits = new ArrayList<>();
    private final Map<Mention.Kind, List<Hit>> wider = new EnumMap<>(Mention.Kind.class);
    private final List<Integer> verbs = new ArrayList<>();
    private final Set<Integer> spentVerbs = new HashSet<>();
    private final Map<Mention.Kind, Integer> free = new EnumMap<>(Mention.Kind.class);

    Pass(String text) {
      this.text = text;
      this.tokens = Tokens.of(text);
      this.mended = lexicon.mended(tokens);
      this.marks = Negation.of(tokens);
    }

    Reading reading() {
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).after(Token.END)) {
          verbs.clear();
        }
        int covered = take(i);
        if (lexicon.verb(tokens.get(i)) && freeFor(Mention.Kind.SKILL) <= i + covered) {
          verbs.add(i);
        }
      }
      var mentions =
          hits.stream()
              .filter(this::stands)
              .map(Hit::mention)
              .sorted(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end))
              .toList();
      return new Reading(
          mentions, new HoursInText(text, tokens, marks.negated()).all(), employed());
    }

    private int freeFor(Mention.Kind kind) {
      return free.getOrDefault(kind, 0);
    }

    /** Takes the longest phrase of each kind that begins here; returns how far a skill reaches. */
    private int take(int at) {
      var longest = new EnumMap<Mention.Kind, Lexicon.Match>(Mention.Kind.class);
      for (var match : lexicon.phrasesAt(tokens, mended, at)) {
        longest.merge(match.sense().kind(), match, Pass::longer);
      }
      var skill = longest.remove(Mention.Kind.SKILL);
      longest.forEach((kind, match) -> takeIfFree(kind, match, at));
      if (at < freeFor(Mention.Kind.SKILL)) {
        return 0;
      }
      if (skill != null && outgrown(skill, at)) {
        skill = null;
      }
      int worked = work(at, skill == null ? 0 : skill.length());
      if (worked == 0 && skill != null) {
        takeIfFree(Mention.Kind.SKILL, skill, at);
        return skill.length();
      }
      return worked;
    }

    /** "Update client" gives way where the text goes on to "update client files". */
    private boolean outgrown(Lexicon.Match skill, int at) {
      for (int m = at + 1; m < at + skill.length(); m++) {
        for (var object : lexicon.objectsAt(tokens, mended, m)) {
          if (m + object.length() > at + skill.length()
              && object.sense().verbs().contains(tokens.get(at).stem())) {
            return true;
          }
        }
      }
      return false;
    }

    private void takeIfFree(Mention.Kind kind, Lexicon.Match match, int at) {
      if (at >= freeFor(kind)) {
        hit(match.sense(), at, at, at + match.length());
        free.put(kind, at + match.length());
      }
    }

    private static Lexicon.Match longer(Lexicon.Match a, Lexicon.Match b) {
      return b.length() > a.length() ? b : a;
    }

    /** Takes what work is done on here, when a verb says which work; returns its words. */
    private int work(int at, int atLeast) {
      var objects = new ArrayList<>(lexicon.objectsAt(tokens, mended, at));
      objects.sort(Comparator.comparingInt((Lexicon.Match m) -> -m.length()));
      int taken = 0;
      for (var object : objects) {
        if (object.length() < Math.max(atLeast, taken)) {
          break;
        }
        taken = Math.max(taken, worked(object, objects, at));
      }
      if (taken > 0) {
        free.put(Mention.Kind.SKILL, at + taken);
      }
      return taken;
    }

    private int worked(Lexicon.Match object, List<Lexicon.Match> all, int at) {
      int length = object.length();
      int gerund = at + length;
      if (gerund < tokens.size()
          && tokens.get(gerund).word().endsWith("ing")
          && !tokens.get(gerund).after(Token.COMMA | Token.END | Token.COLON | Token.OPEN)
          && object.sense().verbs().contains(tokens.get(gerund).stem())) {
        hit(object.sense(), at, at, gerund + 1);
        spentVerbs.add(gerund);
        return length + 1;
      }
      int nearest = nearestVerb(all, length, at);
      if (nearest < 0) {
        return 0;
      }
      boolean found = false;
      int before = verbs.get(nearest);
      for (int v = nearest; v >= 0 && chained(verbs.get(v), before, at); v--) {
        int verb = verbs.get(v);
        if (object.sense().verbs().contains(tokens.get(verb).stem())) {
          hit(object.sense(), close(verb, at) ? verb : at, at, at + length);
          spentVerbs.add(verb);
          found = true;
        }
        before = verb;
      }
      return found ? length : 0;
    }

    private static boolean chained(int verb, int next, int at) {
      return next - verb <= CHAIN && at - verb <= REACH;
    }

    /** The verb closest before this place that fits any object of this length; -1 when none. */
    private int nearestVerb(List<Lexicon.Match> objects, int length, int at) {
      for (int v = verbs.size() - 1; v >= 0 && at - verbs.get(v) <= REACH; v--) {
        var stem = tokens.get(verbs.get(v)).stem();
        for (var object : objects) {
          if (object.length() == length && object.sense().verbs().contains(stem)) {
            return v;
          }
        }
      }
      return -1;
    }

    private boolean close(int verb, int at) {
      for (int k = verb + 1; k <= at; k++) {
        if (tokens.get(k).after(Token.COMMA | Token.OPEN | Token.COLON)) {
          return false;
        }
      }
      return at - verb <= CHAIN;
    }

    private void hit(Lexicon.Sense sense, int from, int core, int to) {
      int start = tokens.get(from).start();
      int end = tokens.get(to - 1).end();
      var mention =
          new Mention(
              sense.kind(),
              sense.code(),
              sense.others(),
              text.substring(start, end),
              start,
              end,
              marks.negated()[core]);
      boolean known = false;
      for (int h = hits.size() - 1; h >= 0 && h >= hits.size() - 8; h--) {
        known |= hits.get(h).mention().equals(mention);
      }
      if (!known) {
        var hit = new Hit(mention, from, to);
        hits.add(hit);
        if (WIDER.contains(sense.kind()) && !sense.code().isEmpty()) {
          wider.computeIfAbsent(sense.kind(), _ -> new ArrayList<>()).add(hit);
        }
      }
    }

    /** What is left when longer readings of the same words have had their say. */
    private boolean stands(Hit hit) {
      var mention = hit.mention();
      return switch (mention.kind()) {
        case SKILL -> !spent(hit) && !inside(hit, Mention.Kind.OUT_OF_SCOPE);
        case TITLE ->
            !inside(hit, Mention.Kind.CERTIFICATION) && !inside(hit, Mention.Kind.CREDENTIAL);
        case CERTIFICATION -> !mention.code().isEmpty();
        default -> true;
      };
    }

    private boolean spent(Hit hit) {
      return hit.to() - hit.from() == 1 && spentVerbs.contains(hit.from());
    }

    private boolean inside(Hit hit, Mention.Kind kind) {
      return wider.getOrDefault(kind, List.of()).stream()
          .anyMatch(other -> other.from() <= hit.from() && other.to() >= hit.to());
    }

    private Set<Role> employed() {
      var roles = EnumSet.noneOf(Role.class);
      for (var hit : hits) {
        if (hit.mention().kind() == Mention.Kind.TITLE && marks.employed()[hit.from()]) {
          Role.of(hit.mention().code()).ifPresent(roles::add);
        }
      }
      return Set.copyOf(roles);
    }
  }
}
