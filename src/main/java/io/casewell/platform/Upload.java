package io.casewell.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;

/**
 * A form that was posted with a file. Of several files the first counts.
 *
 * @param form its other fields
 * @param file the file, or null when none was chosen
 */
public record Upload(Form form, @Nullable FilePart file) {}
