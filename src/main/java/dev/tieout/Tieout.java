package dev.tieout;

/** Where the process starts. */
public final class Tieout {

	private Tieout() {
	}

	public static void main(String[] arguments) {
		System.exit(2);
	}

}
