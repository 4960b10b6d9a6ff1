package dev.tieout.operations;

/**
 * A run that was cut off: its process is gone, or was told to end while it served.
 *
 * @param run the run's number
 * @param job the job's name
 */
public record CutOffRun(int run, String job) {

}
