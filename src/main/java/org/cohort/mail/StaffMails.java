package org.cohort.mail;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpSession;
import org.cohort.audit.AuditTrail;
import org.cohort.web.KeptWords;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Every mail as it was sent, and the decisions that only a person can take. Personal links are never shown. Names and
 * addresses that are looked for come by POST and stay in the session.
 */
@Controller
@RequestMapping("/staff/mails")
@RolesAllowed({ "coordinators", "administrators" })
class StaffMails {

	private static final int PAGE = 50;

	private static final int LONGEST_SEARCH = 200;

	/**
	 * The mail brings its own looks and nothing else: no scripts, no forms, nothing from the network. Browsers that
	 * read {@code frame-ancestors} let it overrule the X-Frame-Options that every page of ours carries.
	 */
	private static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; "
			+ "frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";

	private final LedgerReader reader;

	private final Ledger ledger;

	private final AuditTrail audit;

	private final String mask;

	StaffMails(LedgerReader reader, Ledger ledger, AuditTrail audit, @Value("${cohort.public-url}") String publicUrl) {
		this.reader = reader;
		this.ledger = ledger;
		this.audit = audit;
		this.mask = publicUrl + "/personal-link-hidden";
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String search,
			@RequestParam(defaultValue = "0") int page, HttpSession session, Model model) {
		MailState wanted = state.isBlank() ? null : state(state);
		int number = Math.max(0, Math.min(page, 100_000));
		Optional<String> words = KeptWords.read(session, search);
		List<LedgerEntry> found = reader.find(wanted, words.orElse(""), number * PAGE, PAGE + 1);
		model.addAttribute("mails", found.subList(0, Math.min(PAGE, found.size())));
		model.addAttribute("more", found.size() > PAGE);
		model.addAttribute("page", number);
		model.addAttribute("state", state);
		model.addAttribute("search", words.isEmpty() ? "" : search);
		model.addAttribute("q", words.orElse(""));
		model.addAttribute("searchEnded", words.isEmpty());
		model.addAttribute("states", MailState.values());
		model.addAttribute("counts", reader.counts());
		return "mail/staff/mails";
	}

	/** Takes what is looked for and leads to an address that does not contain it. */
	@PostMapping("/search")
	RedirectView search(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String q,
			HttpSession session) {
		String words = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
		RedirectView there = new RedirectView("/staff/mails", true);
		there.addStaticAttribute("search", KeptWords.keep(session, words.strip()));
		there.addStaticAttribute("state", state.isBlank() ? "" : state(state).text());
		there.setStatusCode(HttpStatus.SEE_OTHER);
		return there;
	}

	@GetMapping("/{id}")
	String one(@PathVariable UUID id, Model model) {
		LedgerEntry mail = mail(id);
		model.addAttribute("mail", mail);
		model.addAttribute("text", Envelope.fill(mail.bodyText(), link -> mask));
		model.addAttribute("attachments", reader.attachments(id));
		return "mail/staff/mail";
	}

	@GetMapping("/{id}/html")
	ResponseEntity<String> html(@PathVariable UUID id) {
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.header("Content-Security-Policy", CONTENT_POLICY)
			.cacheControl(CacheControl.noStore())
			.body(Envelope.fill(mail(id).bodyHtml(), link -> mask));
	}

	@PostMapping("/{id}/send-again")
	@Transactional
	String sendAgain(@PathVariable UUID id, Principal actor, RedirectAttributes redirect) {
		if (!ledger.requeue(id)) {
			throw alreadyDecided(id);
		}
		audit.record(actor.getName(), "send-mail-again", "mail", id, mail(id).template());
		redirect.addFlashAttribute("notice", "The mail is sent again, with the same message id.");
		return "redirect:/staff/mails/" + id;
	}

	@PostMapping("/{id}/arrived")
	@Transactional
	String arrived(@PathVariable UUID id, Principal actor, RedirectAttributes redirect) {
		if (!ledger.settle(id)) {
			throw alreadyDecided(id);
		}
		audit.record(actor.getName(), "settle-mail-as-arrived", "mail", id, mail(id).template());
		redirect.addFlashAttribute("notice", "Noted: the mail arrived. It is not sent again.");
		return "redirect:/staff/mails/" + id;
	}

	private LedgerEntry mail(UUID id) {
		return reader.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private ResponseStatusException alreadyDecided(UUID id) {
		mail(id);
		return new ResponseStatusException(HttpStatus.CONFLICT, "Somebody else decided about this mail already.");
	}

	private static MailState state(String text) {
		try {
			return MailState.of(text);
		}
		catch (IllegalArgumentException unknown) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no such state.");
		}
	}
}
