package org.cohort.programme.web;

import java.util.List;
import java.util.Map;

import org.cohort.programme.Programme;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

import tools.jackson.databind.node.ObjectNode;

/** Shows a form for settings: as they are, or again with what was typed and what is wrong with it. */
final class FormPage {

	private FormPage() {
	}

	/** What stands in the fields for a thing as it is. */
	static MultiValueMap<String, String> typed(List<Field> fields, ObjectNode thing) {
		MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
		fields.forEach(field -> typed.addAll(Typing.typed(field, Tree.at(thing, field.path()))));
		return typed;
	}

	static ModelAndView of(Programme programme, List<Field> fields, MultiValueMap<String, String> typed) {
		return of(programme, fields, typed,
				new Editing.Result.Refused(Map.of(), Map.of(), null, programme.version()), HttpStatus.OK);
	}

	static ModelAndView again(Programme programme, List<Field> fields, MultiValueMap<String, String> typed,
			Editing.Result.Refused refused) {
		return of(programme, fields, typed, refused,
				refused.theirs().isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
	}

	private static ModelAndView of(Programme programme, List<Field> fields, MultiValueMap<String, String> typed,
			Editing.Result.Refused refused, HttpStatus status) {
		List<FieldView> views = fields.stream().map(field -> FieldView.of(field, typed, programme.settings().languages(),
				refused.problems(), refused.theirs())).toList();
		return new ModelAndView("programme/form", status).addObject("programme", programme).addObject("fields", views)
				.addObject("version", refused.version()).addObject("general", refused.general())
				.addObject("wrong", views.stream().filter(view -> view.error() != null).toList())
				.addObject("conflicts", views.stream().filter(view -> view.author() != null).toList());
	}

	/** What is said on the next page after saving. */
	static String notice(Editing.Result result, String what) {
		return switch (result) {
			case Editing.Result.Saved saved when saved.merged() -> what + ": saved. Somebody else has changed the"
					+ " programme meanwhile; their changes are kept too.";
			case Editing.Result.Saved saved -> what + ": saved.";
			default -> what + ": nothing was different, so nothing was saved.";
		};
	}
}
