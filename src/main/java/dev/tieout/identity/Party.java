package dev.tieout.identity;

/**
 * A customer as a file names it.
 *
 * @param address in the form in which addresses are compared, not blank; a text that is
 * no address stands for itself
 * @param asWritten the address as the file has it
 * @param name empty where the file gives none
 */
public record Party(String address, String asWritten, String name) {

}
