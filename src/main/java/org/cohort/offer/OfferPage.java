package org.cohort.offer;

import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import jakarta.annotation.security.PermitAll;

/** Where somebody who was chosen reads what is offered, and accepts or declines. Opening a page changes nothing. */
@Controller
@RequestMapping("/offer/{token}")
@PermitAll
class OfferPage {

	private final Offers offers;

	private final Applications applications;

	private final Programmes programmes;

	private final Links links;

	private final Clock clock;

	OfferPage(Offers offers, Applications applications, Programmes programmes, Links links, Clock clock) {
		this.offers = offers;
		this.applications = applications;
		this.programmes = programmes;
		this.links = links;
		this.clock = clock;
	}

	@GetMapping
	String offer(@PathVariable String token, Model model) {
		return show(token, model, "offer/offer");
	}

	@GetMapping("/accept")
	String accept(@PathVariable String token, Model model) {
		return show(token, model, "offer/accept");
	}

	@GetMapping("/decline")
	String decline(@PathVariable String token, Model model) {
		return show(token, model, "offer/decline");
	}

	@PostMapping("/accept")
	ModelAndView accepted(@PathVariable String token, Model model) {
		return answer(token, true, model);
	}

	@PostMapping("/decline")
	ModelAndView declined(@PathVariable String token, Model model) {
		return answer(token, false, model);
	}

	private ModelAndView answer(String token, boolean accepted, Model model) {
		UUID applicationId = links.open(token, LinkPurpose.OFFER).subject();
		OfferState wanted = accepted ? OfferState.ACCEPTED : OfferState.DECLINED;
		if (offers.answer(applicationId, accepted) || offers.of(applicationId).orElseThrow().state() == wanted) {
			return new ModelAndView("redirect:/offer/" + token);
		}
		String view = show(token, model, "offer/over");
		model.addAttribute("twice", model.getAttribute("state") == OfferState.ACCEPTED
				|| model.getAttribute("state") == OfferState.DECLINED);
		return new ModelAndView(view, HttpStatus.CONFLICT);
	}

	/** The page that was asked for, or how the offer ended once it is over. */
	private String show(String token, Model model, String view) {
		UUID applicationId = links.open(token, LinkPurpose.OFFER).subject();
		Offer offer = offers.of(applicationId).orElseThrow();
		Round round = programmes.round(offer.roundId());
		ZoneId zone = round.settings().timeZone();
		ZoneId own = applications.timeZone(applicationId).orElse(zone);
		boolean late = offer.state() == OfferState.OPEN && !clock.instant().isBefore(offer.expiresAt());
		OfferState state = late ? OfferState.EXPIRED : offer.state();
		model.addAttribute("token", token);
		model.addAttribute("round", round);
		model.addAttribute("settings", round.settings());
		model.addAttribute("code", applications.get(applicationId).code());
		model.addAttribute("state", state);
		model.addAttribute("deadline", offer.expiresAt().atZone(own));
		model.addAttribute("elsewhere", own.equals(zone) ? null : offer.expiresAt().atZone(zone));
		model.addAttribute("starts", round.runStartsAt().atZone(own));
		model.addAttribute("ends", round.runStartsAt().plus(round.settings().run()).atZone(own));
		return state == OfferState.OPEN ? view : "offer/over";
	}
}
