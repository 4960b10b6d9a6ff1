package dev.tieout.operations;

import java.nio.file.Path;

/**
 * The command {@code apply}.
 *
 * @param document a plan's document
 * @param reason why it is applied
 */
public record ApplyRequest(Path document, String reason) {

}
