package io.casewell.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every phrase the reader knows, word by word, so that the longest is found without searching. */
final class Lexicon {
  private static final Set<String> FILLERS =
      Cues.words(
          """
          the a an our your their all any some of my various other ongoing these those
          its his her each every
          """);

  /** Abbreviations that mean something else in small letters. */
  private static final Set<String> CAPITALS =
      Cues.words(
          """
          PIP PMS VA CORE PACE LEAP AR ID PLS TOC CORE
          """);

  private static final int SKIPS = 2;

  private final Node phrases = new Node();
  private final Node objects = new Node();
  private final Set<String> verbs = new HashSet<>();
  private final Set<String> capitalised = new HashSet<>();

  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final List<Sense> senses = new ArrayList<>();
  }

  /** What a phrase means. With verbs it means it only beside one of them. */
  record Sense(
      Mention.Kind kind,
      String code,
      List<String> others,
      Set<String> verbs,
      boolean capital,
      boolean upper) {}

  /** A phrase found: how many words it spans. */
  record Match(Sense sense, int length) {}

  private final Slips slips = new Slips();

  private final Content content;

  private Lexicon(Content content) {
    this.content = content;
  }

  static Lexicon of(Content content, CatalogueFile file) {
    var lexicon = new Lexicon(content);
    lexicon.fill(file);
    return lexicon;
  }

  private void fill(CatalogueFile file) {
    var own = file.phrases;
    CatalogueFile.texts(own.get("capitalised")).forEach(p -> capitalised.add(Words.plain(p)));
    var ambiguous = file.ambiguous();
    for (var skill : content.skills.ever()) {
      addNames(Mention.Kind.SKILL, skill, ambiguous);
    }
    content.software.ever().forEach(e -> addNames(Mention.Kind.SOFTWARE, e, Map.of()));
    content.practiceAreas.ever().forEach(e -> addNames(Mention.Kind.PRACTICE_AREA, e, Map.of()));
    content.languages.ever().forEach(e -> addNames(Mention.Kind.LANGUAGE, e, Map.of()));
    content.jurisdictions.all().forEach(e -> addNames(Mention.Kind.JURISDICTION, e, Map.of()));
    for (var credential : content.credentials.all()) {
      add(Mention.Kind.CREDENTIAL, credential.code(), credential.code(), List.of());
      credential
          .synonyms()
          .forEach(s -> add(Mention.Kind.CREDENTIAL, credential.code(), s, List.of()));
    }
    file.titles()
        .forEach((role, all) -> all.forEach(t -> add(Mention.Kind.TITLE, role, t, List.of())));
    each(own.get("skills"), Mention.Kind.SKILL);
    each(own.get("out_of_scope"), Mention.Kind.OUT_OF_SCOPE);
    CatalogueFile.texts(own.get("certification"))
        .forEach(p -> add(Mention.Kind.CERTIFICATION, "asked", p, List.of()));
    CatalogueFile.texts(own.get("not_certification"))
        .forEach(p -> add(Mention.Kind.CERTIFICATION, "", p, List.of()));
    own.get("work").forEach(this::addWork);
    FILLERS.forEach(word -> slips.learn(word, false));
    Negation.CUES.forEach(word -> slips.learn(word, false));
  }

  private void each(JsonNode byCode, Mention.Kind kind) {
    byCode
        .properties()
        .forEach(entry ->
            CatalogueFile.texts(entry.getValue())
                .forEach(phrase -> add(kind, entry.getKey(), phrase, List.of())));
  }

  private void addNames(Mention.Kind kind, Entry entry, Map<String, List<String>> ambiguous) {
    for (var part : entry.name().split(" / ")) {
      add(kind, entry.code(), withoutAside(part), List.of());
    }
    for (var synonym : entry.synonyms()) {
      var meanings = ambiguous.getOrDefault(Words.plain(synonym), List.of(entry.code()));
      if (meanings.getFirst().equals(entry.code())) {
        add(kind, entry.code(), exactly(synonym), meanings.subList(1, meanings.size()));
      }
    }
  }

  /** A synonym of one word stands for itself, not for every word of its stem. */
  private static String exactly(String synonym) {
    return Words.of(synonym).size() == 1 ? "=" + synonym : synonym;
  }

  private static String withoutAside(String name) {
    int open = name.indexOf('(');
    return open > 0 ? name.substring(0, open) : name;
  }

  private void add(Mention.Kind kind, String code, String phrase, List<String> others) {
    var plain = Words.plain(phrase);
    var current = current(kind, code);
    if (current == null) {
      return;
    }
    learn(phrase, kind == Mention.Kind.SKILL);
    put(
        phrases,
        phrase,
        new Sense(
            kind,
            current,
            List.copyOf(others),
            Set.of(),
            capitalised.contains(plain),
            CAPITALS.contains(plain)));
  }

  /** The code a phrase leads to now; null when it is offered no more, and so read no more. */
  private @Nullable String current(Mention.Kind kind, String code) {
    var shelf = content.shelf(kind);
    if (shelf == null || !shelf.has(code)) {
      return code;
    }
    var current = shelf.current(code);
    return shelf.offered(current) ? current : null;
  }

  private void addWork(JsonNode work) {
    var stems = new HashSet<String>();
    for (var verb : CatalogueFile.texts(work.get("verbs"))) {
      stems.add(Words.stem(verb));
      learn(verb, false);
    }
    verbs.addAll(stems);
    var skill = current(Mention.Kind.SKILL, work.get("skill").asString());
    if (skill == null) {
      return;
    }
    for (var object : CatalogueFile.texts(work.get("objects"))) {
      learn(object, true);
      put(
          objects,
          object,
          new Sense(Mention.Kind.SKILL, skill, List.of(), Set.copyOf(stems), false, false));
    }
  }

  private void learn(String phrase, boolean work) {
    Words.of(phrase).forEach(word -> slips.learn(word, work));
  }

  /** Each word's mended spelling, or null where it stands as it is. */
  Slips.@Nullable Mended[] mended(List<Token> tokens) {
    return slips.of(tokens);
  }

  private static void put(Node root, String phrase, Sense sense) {
    var words = Words.of(phrase);
    boolean exact = phrase.startsWith("=");
    var node = root;
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (i > 0 && i < words.size() - 1 && word.length() > 1 && FILLERS.contains(word)) {
        continue;
      }
      node = node.next.computeIfAbsent(exact ? "=" + word : Words.stem(word), _ -> new Node());
    }
    if (node != root && !node.senses.contains(sense)) {
      node.senses.add(sense);
    }
  }

  /** Whether this is the stem of a word for doing something. */
  boolean verb(Token token) {
    return verbs.contains(token.stem());
  }

  /** Every phrase that begins at this word. */
  List<Match> phrasesAt(List<Token> tokens, Slips.@Nullable Mended[] mended, int at) {
    return new Walk(tokens, mended, at, false).from(phrases);
  }

  /** Every thing work is done on that begins at this word. */
  List<Match> objectsAt(List<Token> tokens, Slips.@Nullable Mended[] mended, int at) {
    return new Walk(tokens, mended, at, true).from(objects);
  }

  /** One walk along the words from one place. */
  private record Walk(
      List<Token> tokens,
      Slips.@Nullable Mended[] mended,
      int from,
      boolean verbBeside,
      List<Match> found) {
    Walk(List<Token> tokens, Slips.@Nullable Mended[] mended, int from, boolean verbBeside) {
      this(tokens, mended, from, verbBeside, new ArrayList<>());
    }

    List<Match> from(Node root) {
      on(root, from, 0, 0);
      return found;
    }

    private void on(Node node, int at, int skipped, int slips) {
      for (var sense : node.senses) {
        if (written(sense, tokens, from, at) && trusted(sense, at, skipped, slips)) {
          found.add(new Match(sense, at - from));
        }
      }
      if (at >= tokens.size() || at > from && severed(tokens.get(at))) {
        return;
      }
      var token = tokens.get(at);
      var meant = mended[at];
      boolean reads = step(node, token.word(), token.stem(), at, skipped, slips);
      if (!reads && meant != null) {
        reads = step(node, meant.word(), meant.stem(), at, skipped, slips + 1);
      }
      if (!reads && at > from && skipped < SKIPS && FILLERS.contains(token.word())) {
        behindFiller(node, at + 1, skipped + 1, slips);
      }
    }

    /** A mended word counts only for work, and beside a word spelled right. */
    private boolean trusted(Sense sense, int at, int skipped, int slips) {
      return slips == 0
          || sense.kind() == Mention.Kind.SKILL && (verbBeside || at - from - skipped > slips);
    }

    private boolean step(Node node, String word, String stem, int at, int skipped, int slips) {
      var exact = node.next.get("=" + word);
      var same = node.next.get(stem);
      if (exact != null) {
        on(exact, at + 1, skipped, slips);
      }
      if (same != null) {
        on(same, at + 1, skipped, slips);
      }
      return exact != null || same != null;
    }

    /** Behind a filler: the phrase must go on, it does not end with one. */
    private void behindFiller(Node node, int at, int skipped, int slips) {
      if (at >= tokens.size() || severed(tokens.get(at))) {
        return;
      }
      @Nullable Node next = node.next.get(tokens.get(at).stem());
      var meant = mended[at];
      if (next != null) {
        on(next, at + 1, skipped, slips);
      } else if (meant != null) {
        @Nullable Node other = node.next.get(meant.stem());
        if (other != null) {
          on(other, at + 1, skipped, slips + 1);
        }
      }
    }
  }

  private static boolean severed(Token token) {
    boolean capitalCity = token.word().equals("dc") || token.word().equals("d");
    int cuts = Token.END | Token.COLON | Token.OPEN | Token.CLOSE | Token.DASH | Token.BULLET;
    return token.after(capitalCity ? cuts : cuts | Token.COMMA);
  }

  private static boolean written(Sense sense, List<Token> tokens, int from, int to) {
    if (from >= to) {
      return false;
    }
    if (sense.capital() && !tokens.get(from).capital()) {
      return false;
    }
    return !sense.upper() || tokens.get(from).upper();
  }
}
