package io.casewell.operations;

/** What an import says as it goes: one report for each line, the summary last. */
public sealed interface ImportReport permits LineReport, ImportSummary {}
