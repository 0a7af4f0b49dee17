package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TraitsTests {

	@Test
	void aMailboxIsTheSameHoweverItIsWritten() {
		assertThat(Traits.mailbox("A.m.ara+jobs@GoogleMail.com")).isEqualTo("amara@gmail.com");
		assertThat(Traits.mailbox("Amara+x@example.org")).isEqualTo("amara@example.org");
		assertThat(Traits.mailbox("a.mara@example.org")).as("dots count elsewhere").isEqualTo("a.mara@example.org");
	}

	@Test
	void aNameIsTheSameWithoutAccentsAndInAnyOrder() {
		assertThat(Traits.name("García, Ana-Lucía")).isEqualTo(Traits.name("ana lucia GARCIA"));
		assertThat(Traits.name("אנה כהן")).isEqualTo(Traits.name("כהן אנה"));
	}

	@Test
	void aPageIsOneOfTheirOwn() {
		assertThat(Traits.page("https://www.GitHub.example/Amara/")).isEqualTo(Traits.page("http://github.example/amara"));
		assertThat(Traits.page("https://github.example/")).as("many people share it").isEmpty();
	}

	@Property
	void whateverIsTypedHasTraitsWithoutAFault(@ForAll String text) {
		Traits.mailbox(text);
		Traits.page(text);
		assertThat(Traits.name(Traits.name(text))).isEqualTo(Traits.name(text));
	}
}
