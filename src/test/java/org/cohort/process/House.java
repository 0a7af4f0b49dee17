package org.cohort.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.cohort.process.engine.EngineAlone;
import org.cohort.process.engine.Records.OpenTask;
import org.cohort.support.MovableClock;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What people do in a whole life cycle: open pages, read mails, complete tasks, and let time pass. */
class House {

	static final Duration PATIENCE = Duration.ofSeconds(60);

	private final MockMvc mvc;

	private final EngineAlone engine;

	private final GreenMail inbox;

	private final MovableClock clock;

	House(MockMvc mvc, EngineAlone engine, GreenMail inbox, MovableClock clock) {
		this.mvc = mvc;
		this.engine = engine;
		this.inbox = inbox;
		this.clock = clock;
	}

	/** Moves Cohort's clock first, so that what the engine's timers set off sees the new time. */
	void pass(Duration time) {
		clock.forward(time);
		engine.pass(time);
	}

	/** Somebody without an account fills in a form. */
	MvcResult fills(String path, String... fields) throws Exception {
		return done(with(post(path), fields).with(csrf()));
	}

	/** Somebody of the staff fills in a form. */
	MvcResult fillsAs(String username, String role, String path, String... fields) throws Exception {
		return done(with(post(path), fields).with(csrf()).with(user(username).roles(role)));
	}

	/** Somebody of the staff sends a file with a form. */
	MvcResult uploadsAs(String username, String role, String path, MockMultipartFile file, String... fields)
			throws Exception {
		return done(with(multipart(path).file(file), fields).with(csrf()).with(user(username).roles(role)));
	}

	String readsAs(String username, String role, String path) throws Exception {
		MvcResult result = mvc.perform(get(path).with(user(username).roles(role))).andReturn();
		assertThat(result.getResponse().getStatus()).as(path).isEqualTo(200);
		return result.getResponse().getContentAsString();
	}

	String reads(String path) throws Exception {
		MvcResult result = mvc.perform(get(path)).andReturn();
		assertThat(result.getResponse().getStatus()).as(path).isEqualTo(200);
		return result.getResponse().getContentAsString();
	}

	private MvcResult done(RequestBuilder form) throws Exception {
		MvcResult result = mvc.perform(form).andReturn();
		assertThat(result.getResponse().getStatus())
			.as(() -> result.getRequest().getRequestURI().replaceAll("/[A-Za-z0-9_-]{40,}", "/…") + " answered:\n"
					+ body(result))
			.isBetween(300, 399);
		return result;
	}

	private static String body(MvcResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException absent) {
			throw new IllegalStateException(absent);
		}
	}

	private static <B extends AbstractMockHttpServletRequestBuilder<B>> B with(B form, String... fields) {
		for (int at = 0; at < fields.length; at += 2) {
			form = form.param(fields[at], fields[at + 1]);
		}
		return form;
	}

	/** The path of the newest link of a kind that somebody got by mail. */
	String mailed(String address, String kind) {
		Pattern link = Pattern.compile("https?://[^/\\s]+(/" + kind + "/[A-Za-z0-9_-]+)");
		return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> mails(address).stream()
			.map(House::text)
			.flatMap(text -> link.matcher(text).results().map(found -> found.group(1)))
			.reduce((earlier, later) -> later).orElse(""), path -> !path.isEmpty());
	}

	/** Waits until somebody has as many links of a kind that differ. */
	String mailed(String address, String kind, int times) {
		Pattern link = Pattern.compile("https?://[^/\\s]+(/" + kind + "/[A-Za-z0-9_-]+)");
		return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> mails(address).stream()
			.map(House::text)
			.flatMap(text -> link.matcher(text).results().map(found -> found.group(1)))
			.distinct().toList(), links -> links.size() >= times).getLast();
	}

	List<MimeMessage> mails(String address) {
		return Arrays.stream(inbox.getReceivedMessages()).filter(mail -> {
			try {
				return mail.getAllRecipients()[0].toString().contains(address);
			}
			catch (MessagingException unreadable) {
				throw new IllegalStateException(unreadable);
			}
		}).toList();
	}

	static String text(MimeMessage mail) {
		try {
			String found = text((Part) mail);
			return found == null ? GreenMailUtil.getBody(mail) : found;
		}
		catch (Exception unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	private static String text(Part part) throws Exception {
		if (part.isMimeType("text/plain")) {
			return part.getContent().toString();
		}
		if (part.getContent() instanceof Multipart multipart) {
			for (int number = 0; number < multipart.getCount(); number++) {
				BodyPart inner = multipart.getBodyPart(number);
				String found = text(inner);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	/** An open task of this kind in the instances that know the id. */
	OpenTask task(UUID about, String element) {
		return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100))
			.until(() -> tasks(about, element).findFirst(), java.util.Optional::isPresent).orElseThrow();
	}

	Stream<OpenTask> tasks(UUID about, String element) {
		return engine.records().openTasks(instances(about)).filter(task -> task.elementId().equals(element));
	}

	void completes(OpenTask task, Map<String, Object> form) {
		engine.client().newCompleteUserTaskCommand(task.key()).variables(form).send().join();
	}

	Set<Long> instances(UUID about) {
		return engine.records().instancesWith(about.toString());
	}

	/** What still runs of everything that has to do with these ids. */
	Set<String> stillRunning(UUID... about) {
		return Arrays.stream(about).flatMap(id -> engine.records().standing(instances(id)))
			.map(step -> step.processId() + "/" + step.elementId()).collect(Collectors.toSet());
	}

	/** The secrets of all personal links in all mails. */
	List<String> linksMailed() {
		Pattern token = Pattern.compile("/([A-Za-z0-9_-]{64})\\b");
		return Arrays.stream(inbox.getReceivedMessages())
			.flatMap(mail -> token.matcher(text(mail)).results().map(found -> found.group(1))).toList();
	}

	static String messageId(MimeMessage mail) {
		try {
			return mail.getMessageID();
		}
		catch (MessagingException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}
}
