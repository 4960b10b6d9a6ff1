package dev.tieout.operations;

import java.util.Optional;

/**
 * What a run came to.
 *
 * @param run the run's number
 * @param state its state now
 * @param error what went wrong, in a person's words
 * @param resumed whether it was an unfinished run that was resumed
 */
public record RunResult(int run, RunState state, Optional<String> error, boolean resumed) {

}
