package org.cohort.application;

import java.util.Locale;

/** Who the applicant is and how to write to them. Never logged: {@code toString} says nothing. */
public record Contact(String name, String email, Locale locale) {

	@Override
	public String toString() {
		return "Contact[…]";
	}
}
