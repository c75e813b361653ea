package io.casewell.notifications;

import java.util.Map;
import java.util.UUID;

/**
 * A mail whose turn it is.
 *
 * @param kind which {@link LetterKind} writes it
 * @param recipient one address
 * @param facts what the words are made of; never a link's token
 * @param tries how often it was tried, this time included
 */
record Mail(UUID id, String kind, String recipient, Map<String, String> facts, int tries) {}
