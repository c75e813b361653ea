package io.casewell.catalogue;

import java.util.List;

/** A language clients speak. The code is that of ISO 639. */
public record Language(String code, String name, List<String> synonyms) implements Entry {}
