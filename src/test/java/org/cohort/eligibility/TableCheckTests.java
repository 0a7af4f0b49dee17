package org.cohort.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCheckTests {

	@Test
	void theTableThatShipsWithCohortFits() {
		assertThat(TableCheck.problems(shipped())).isEmpty();
		assertThat(DecisionTable.of(shipped()).rules()).extracting(DecisionTable.Rule::reason)
				.contains("too-few-years", "participated-before");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<text>years</text>             | <text>age</text>            | age, which a screening does not give
			&lt; borderlineYears           | &lt; borderlineAge          | borderlineAge, which a screening does not give
			name="outcome"                 | name="result"               | The outputs must be outcome, reason, rule
			decision id="eligibility"      | decision id="admission"     | must be «eligibility», not «admission»
			hitPolicy="COLLECT"            | hitPolicy="UNIQUE"          | The hit policy must be COLLECT
			<text>"borderline"</text>      | <text>"perhaps"</text>      | must say "not-eligible" or "borderline"
			<text>"too-few-years"</text>   | <text>"Too few"</text>      | must give the code of a reason
			<text>"rule-too-few-years"</text> | <text>"another"</text>   | must give its own id
			rule id="rule-too-few-hours"   | rule id="rule-too-few-years" | is there twice
			</definitions>                 | </definition>               | This is no DMN file: line
			https://www.omg.org/spec/DMN/20191111/MODEL/ | https://example.org/ | must be DMN 1.3
			""")
	void whatDoesNotFitIsSaidInWords(String text, String other, String problem) {
		String changed = shipped().replaceFirst(Pattern.quote(text),
				Matcher.quoteReplacement(other));
		assertThat(changed).isNotEqualTo(shipped());
		assertThatThrownBy(() -> DecisionTable.of(changed)).isInstanceOf(TableRefused.class).hasMessageContaining(problem);
	}

	@Test
	void aFileThatReadsOtherFilesIsRefused() {
		String evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
				+ shipped().replaceFirst("<\\?xml[^>]*\\?>", "").replaceFirst("Too little experience", "&e;");
		assertThat(TableCheck.problems(evil)).singleElement().asString().contains("DOCTYPE");
	}

	@Test
	void emptyAndEndlessTextsAreRefused() {
		assertThat(TableCheck.problems("  ")).singleElement().asString().contains("There is no table");
		assertThat(TableCheck.problems("x".repeat(TableCheck.LONGEST + 1))).singleElement().asString().contains("longer");
	}

	@Property(tries = 100)
	void whateverIsUploadedIsJudgedAndNeverAFault(@ForAll String text) {
		assertThat(TableCheck.problems(text)).isNotEmpty();
	}

	@Test
	void underAnotherNameItIsTheSameTable() {
		DecisionTable table = DecisionTable.of(shipped());
		String other = table.named("eligibility-trial-1");
		assertThat(other).contains("id=\"eligibility-trial-1\"", "dmnElementRef=\"eligibility-trial-1\"")
				.doesNotContain("id=\"eligibility\"");
		assertThat(TableCheck.problems(other.replace("eligibility-trial-1\"", "eligibility\""))).isEmpty();
	}

	static String shipped() {
		try {
			return Files.readString(Path.of("bpmn/eligibility.dmn"));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
