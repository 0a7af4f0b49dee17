package org.cohort.mail;

/** How an attempt to send a mail ended. */
sealed interface Delivery {

	/** The server took it. */
	record Accepted() implements Delivery {
	}

	/** It surely did not go out, and later it may. */
	record Deferred(String reason) implements Delivery {
	}

	/** It surely did not go out, and never will as it is. */
	record Refused(String reason) implements Delivery {
	}

	/** It may have gone out or not. */
	record Unclear(String reason) implements Delivery {
	}
}
