package dev.tieout.audit;

/**
 * The seal a posting ended with: the head of the chain at that time (docs/proof.md).
 *
 * @param number the seal's number
 * @param hash its SHA-256, which stands for the whole ledger up to it
 */
public record SealHead(int number, String hash) {

}
