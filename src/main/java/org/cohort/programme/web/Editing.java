package org.cohort.programme.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programme;
import org.cohort.programme.ProgrammeRefused;
import org.cohort.programme.ProgrammeTree;
import org.cohort.programme.ProgrammeVersion;
import org.cohort.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Saves what an administrator typed: one change, one version, one audit entry in one transaction. Two who edit at once
 * do not overwrite each other: what only one of them changed is kept, what both changed differently is shown to the
 * second, who decides.
 */
@Service
@Transactional
class Editing {

	private final Programmes programmes;

	private final AuditTrail audit;

	Editing(Programmes programmes, AuditTrail audit) {
		this.programmes = programmes;
		this.audit = audit;
	}

	/** How it went. */
	sealed interface Result {

		/**
		 * Stored.
		 *
		 * @param merged whether somebody else had changed the programme meanwhile
		 */
		record Saved(boolean merged) implements Result {
		}

		/** Nothing was different. */
		record Same() implements Result {
		}

		/**
		 * Not stored.
		 *
		 * @param problems by path of a field
		 * @param theirs what others wrote meanwhile into fields that were changed here too, by path
		 * @param general what is wrong with no field in particular
		 * @param version on which the next attempt is based
		 */
		record Refused(Map<String, String> problems, Map<String, Theirs> theirs, @Nullable String general, long version)
				implements Result {
		}
	}

	/** What somebody else wrote. */
	record Theirs(String author, MultiValueMap<String, String> typed) {
	}

	/**
	 * What is edited.
	 *
	 * @param what in a few words
	 * @param find the thing in the tree of a programme; nothing if it is not (any more) there
	 * @param add makes the thing in a tree if it is to be added
	 */
	record Target(String what, List<Field> fields, Function<ObjectNode, Optional<ObjectNode>> find,
			@Nullable Function<ObjectNode, ObjectNode> add) {

		static Target of(Section section) {
			return new Target(section.title(), section.fields(), Optional::of, null);
		}

		static Target of(Listing listing, String key) {
			return new Target(listing.one() + " «" + key + "»", listing.fields(),
					tree -> Tree.entry(tree, listing, key), null);
		}

		static Target added(Listing listing) {
			List<Field> fields = new ArrayList<>(List.of(Listing.KEY));
			fields.addAll(listing.fields());
			return new Target("new " + listing.one(), fields, tree -> Optional.of(listing.blank()), tree -> {
				ObjectNode blank = listing.blank();
				Tree.list(tree, listing).add(blank);
				return blank;
			});
		}
	}

	/**
	 * Puts what was typed in its place.
	 * @param basedOn the version that the administrator saw
	 */
	Result save(UUID id, long basedOn, Target target, MultiValueMap<String, String> typed, String author) {
		Programme now = programmes.lockProgramme(id);
		ObjectNode current = ProgrammeTree.of(now);
		List<String> languages = now.settings().languages();
		Map<String, String> problems = new LinkedHashMap<>();
		Map<String, @Nullable JsonNode> mine = new LinkedHashMap<>();
		for (Field field : target.fields()) {
			try {
				mine.put(field.path(), Typing.value(field, typed, languages));
			}
			catch (Typing.Misunderstood misunderstood) {
				problems.put(field.path(), misunderstood.getMessage());
			}
		}
		Questions.check(mine, problems);
		if (!problems.isEmpty()) {
			return new Result.Refused(problems, Map.of(), null, basedOn);
		}
		Optional<ObjectNode> there = target.find().apply(current);
		if (there.isEmpty()) {
			return new Result.Refused(Map.of(), Map.of(), "Somebody has removed this meanwhile. What you typed is still"
					+ " here; add it anew if it is needed.", now.version());
		}
		boolean others = target.add() == null && now.version() != basedOn;
		Map<String, Theirs> theirs = others ? merge(id, basedOn, now, target, there.get(), mine) : Map.of();
		if (!theirs.isEmpty()) {
			return new Result.Refused(Map.of(), theirs, null, now.version());
		}
		return store(now, current, target, there.get(), mine, author, others);
	}

	/** Takes over what only others changed; returns what both changed differently. */
	private Map<String, Theirs> merge(UUID id, long basedOn, Programme now, Target target, ObjectNode there,
			Map<String, @Nullable JsonNode> mine) {
		ProgrammeVersion seen = programmes.version(basedOn);
		if (!seen.programmeId().equals(id)) {
			throw new NoSuchElementException("Version " + basedOn + " is of another programme.");
		}
		Optional<ObjectNode> before = target.find().apply(ProgrammeTree.of(seen));
		String author = programmes.version(now.version()).author();
		Map<String, Theirs> theirs = new LinkedHashMap<>();
		for (Field field : target.fields()) {
			var was = before.map(node -> Typing.typed(field, Tree.at(node, field.path()))).orElse(null);
			var is = Typing.typed(field, Tree.at(there, field.path()));
			var wanted = Typing.typed(field, mine.get(field.path()));
			if (is.equals(was) || is.equals(wanted)) {
				continue;
			}
			if (wanted.equals(was)) {
				mine.put(field.path(), Tree.at(there, field.path()));
			}
			else {
				theirs.put(field.path(), new Theirs(author, is));
			}
		}
		return theirs;
	}

	private Result store(Programme now, ObjectNode current, Target target, ObjectNode before,
			Map<String, @Nullable JsonNode> mine, String author, boolean merged) {
		Map<String, String> problems = new LinkedHashMap<>();
		String general = null;
		Map<String, @Nullable JsonNode> values = new LinkedHashMap<>(mine);
		for (int round = 0; round <= target.fields().size(); round++) {
			String refused = refused(current, target, values);
			if (refused == null) {
				break;
			}
			Map<String, @Nullable JsonNode> guilty = guilty(current, target, before, values, refused);
			if (guilty.isEmpty()) {
				general = words(refused);
				break;
			}
			guilty.keySet().forEach(path -> problems.put(path, words(refused)));
			values.putAll(guilty);
		}
		if (!problems.isEmpty() || general != null) {
			return new Result.Refused(problems, Map.of(), general, now.version());
		}
		Programme changed = programmes.change(now.id(), ProgrammeTree.read(with(current, target, mine)), target.what(),
				author);
		if (changed.version() == now.version()) {
			return new Result.Same();
		}
		audit.record(author, "change-programme", "programme", now.id(), target.what());
		return new Result.Saved(merged);
	}

	/**
	 * Which fields a refusal is about: those that, put back to what they were, make another answer of it. Returns them
	 * with what they were, so that the search for further problems can go on without them.
	 */
	private static Map<String, @Nullable JsonNode> guilty(ObjectNode current, Target target, ObjectNode before,
			Map<String, @Nullable JsonNode> values, String refusal) {
		Map<String, @Nullable JsonNode> guilty = new LinkedHashMap<>();
		for (Field field : target.fields()) {
			Map<String, @Nullable JsonNode> without = new LinkedHashMap<>(values);
			JsonNode was = Tree.at(before, field.path());
			without.put(field.path(), was);
			String other = refused(current, target, without);
			String same = refusal.replace(shown(values.get(field.path())), shown(was)); // it may only name the value
			if (!refusal.equals(other) && !same.equals(other) && !about(other, field)) {
				guilty.put(field.path(), was);
			}
		}
		return guilty;
	}

	/** Whether a refusal is about a part that is only half there without the field. */
	private static boolean about(@Nullable String refusal, Field field) {
		int dot = field.path().indexOf('.');
		return refusal != null && dot > 0 && refusal.contains("→ " + field.path().substring(0, dot) + ":");
	}

	private static String shown(@Nullable JsonNode value) {
		return value == null || value.asString("").isEmpty() ? "null" : value.asString();
	}

	/** Without the place, which the page shows. */
	private static String words(String refusal) {
		return refusal.replaceFirst("^At [^:]*: ", "");
	}

	private static @Nullable String refused(ObjectNode current, Target target, Map<String, @Nullable JsonNode> values) {
		try {
			ProgrammeTree.read(with(current, target, values));
			return null;
		}
		catch (ProgrammeRefused refused) {
			return refused.getMessage();
		}
	}

	private static ObjectNode with(ObjectNode current, Target target, Map<String, @Nullable JsonNode> values) {
		ObjectNode next = current.deepCopy();
		ObjectNode node = target.add() == null ? target.find().apply(next).orElseThrow() : target.add().apply(next);
		values.forEach((path, value) -> Tree.put(node, path, value));
		Questions.tidy(next, node);
		return next;
	}

	/** Takes an entry out of a list. */
	void remove(UUID id, Listing listing, String key, String author) {
		rearrange(id, listing, key, "removed " + listing.one() + " «" + key + "»", author,
				list -> list.remove(Tree.index(list, key)));
	}

	/** Moves an entry of a list one place up or, if not, down; at the end it stays. */
	void move(UUID id, Listing listing, String key, boolean up, String author) {
		rearrange(id, listing, key, "order of " + listing.title(), author, list -> {
			int from = Tree.index(list, key);
			int to = from + (up ? -1 : 1);
			if (to >= 0 && to < list.size()) {
				list.insert(to, list.remove(from));
			}
		});
	}

	private void rearrange(UUID id, Listing listing, String key, String what, String author,
			Consumer<ArrayNode> change) {
		ObjectNode tree = ProgrammeTree.of(programmes.lockProgramme(id));
		if (Tree.index(Tree.list(tree, listing), key) < 0) {
			return; // somebody else was faster
		}
		change.accept(Tree.list(tree, listing));
		replace(id, ProgrammeTree.read(tree), what, author);
	}

	/** Puts a whole programme in the place of what it is. */
	void replace(UUID id, ProgrammeTree wanted, String what, String author) {
		Programme now = programmes.lockProgramme(id);
		if (programmes.change(id, wanted, what, author).version() != now.version()) {
			audit.record(author, "change-programme", "programme", id, what);
		}
	}
}
