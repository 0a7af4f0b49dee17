package org.cohort.offer;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

/** Front door of the offers. All methods may be called again with the same arguments and then change nothing. */
@Service
public class Offers {

	/** The applicant has answered. */
	public record Answered(UUID applicationId, boolean accepted) {
	}

	/**
	 * An offer is over.
	 *
	 * @param outcome {@code accepted}, {@code declined}, {@code expired} or {@code withdrawn}
	 */
	public record Closed(UUID applicationId, UUID roundId, String outcome) {
	}

	/** Makes the offer of an application, with the deadline from the programme's settings; one offer per application. */
	public Offer make(UUID applicationId) {
		throw new UnsupportedOperationException("not built yet");
	}

	/** The offer of an application, if one was made. */
	public Optional<Offer> of(UUID applicationId) {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * Ends the offer of an application, moves the application to its stage and publishes {@link Closed}. An answer that
	 * was stored before wins over an expiry, whatever the order in which the process hears of them.
	 *
	 * @param wanted how it should end
	 * @return how it did end
	 */
	public OfferState close(UUID applicationId, OfferState wanted) {
		throw new UnsupportedOperationException("not built yet");
	}
}
