package io.casewell.advisor;

import io.casewell.catalogue.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a text is written in a language the advisor does not read. It counts the small words no
 * sentence does without; a list of English duties without any such word is read as English.
 */
final class OtherLanguage {
  private static final int SOME = 3;

  private static final Set<String> ENGLISH =
      Set.copyOf(
          Words.of(
              """
              the and of for we need our with is are who will you on be help have work hours week
              to an or by from must should looking not but this that it as at i my your
              """));

  private static final Set<String> OTHERS = others();

  private OtherLanguage() {}

  private static Set<String> others() {
    var words =
        new HashSet<>(
            Words.of(
                """
                el la los las de del que para con una un por necesitamos necesito busco buscamos y en
                se su nuestro nuestra semana horas
                le les des une pour avec nous et dans notre besoin cherchons du est
                der die das und wir mit fur ein eine einen suchen brauchen von im zu unsere pro
                os um uma com nao precisamos procuramos nosso nossa
                il di che per abbiamo bisogno cerchiamo con della
                chung toi can cua va cho mot nguoi
                kami ng mga sa namin kailangan ang
                potrzebujemy szukamy do oraz dla nasza w na z
                """));
    words.removeAll(ENGLISH);
    return Set.copyOf(words);
  }

  static boolean is(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
            .count();
    if (letters > SOME && 2 * latin < letters) {
      return true;
    }
    var words = Words.of(text);
    long other = count(words, OTHERS);
    return other >= SOME && other > 2 * count(words, ENGLISH);
  }

  private static long count(List<String> words, Set<String> of) {
    return words.stream().filter(of::contains).count();
  }
}
