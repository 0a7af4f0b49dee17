package org.cohort.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTests {

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t" })
	void commasSemicolonsAndTabsAreRecognised(String separator) {
		Sheet sheet = read("name,email\nZoë,zoe@example.org\n".replace(",", separator).getBytes(StandardCharsets.UTF_8));
		assertThat(sheet.header()).containsExactly("name", "email");
		assertThat(sheet.rows()).singleElement().satisfies(row -> {
			assertThat(row.line()).isEqualTo(2);
			assertThat(row.cell(0)).isEqualTo("Zoë");
			assertThat(row.cell(7)).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "windows-1252", "UTF-16" })
	void whatSpreadsheetsWriteIsRead(String encoding) {
		assertThat(read("name\nZoë\n".getBytes(Charset.forName(encoding))).rows().getFirst().cell(0)).isEqualTo("Zoë");
	}

	@Test
	void aMarkInFrontIsNoPartOfTheFirstName() {
		assertThat(read("\uFEFFname\nZoë\n".getBytes(StandardCharsets.UTF_8)).header()).containsExactly("name");
	}

	@Test
	void namesOfColumnsAreNeverEmptyOrTwice() {
		assertThat(read("a,,A,a\n1,2,3,4\n".getBytes(StandardCharsets.UTF_8)).header())
				.containsExactly("a", "Column 2", "A (2)", "a (3)");
	}

	@Test
	void anAnswerMayHaveLines() {
		Sheet sheet = read("a,b\n\"one\ntwo\",2\n\n3,4\n".getBytes(StandardCharsets.UTF_8));
		assertThat(sheet.rows()).extracting(row -> row.cell(0)).containsExactly("one\ntwo", "3");
		assertThat(sheet.rows()).extracting(Sheet.Row::line).containsExactly(2, 5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "only a header\n", "\n\n", "\u0000\u0001binary" })
	void whatIsNoTableIsRefusedWithAReason(String text) {
		assertThatExceptionOfType(SheetUnreadable.class)
				.isThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8))).withMessageMatching("[A-Z].*\\.");
	}

	@Test
	void moreLinesThanWeTakeAreRefused() {
		assertThatExceptionOfType(SheetUnreadable.class).isThrownBy(
				() -> read(("a\n" + "1\n".repeat(Sheet.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8)));
	}

	@Property(tries = 500)
	void anyBytesGiveATableOrAReason(@ForAll byte[] content) {
		try {
			assertThat(read(content).header()).isNotEmpty();
		}
		catch (SheetUnreadable reason) {
			assertThat(reason).hasMessageMatching("[A-Z].*\\.");
		}
	}

	@Property(tries = 500)
	void whatWasWrittenSafelyIsReadAsItWas(@ForAll @Size(min = 1, max = 5) List<String> cells) {
		List<String> safe = cells.stream().map(SafeCell::of).toList();
		StringWriter text = new StringWriter();
		CsvWriter.builder().build(text).writeRecord(safe);
		assertThat(text.toString()).doesNotContainPattern("(^|,)[=@]");
		assertThat(safe.stream().map(SafeCell::open).toList()).isEqualTo(cells);
	}

	private static Sheet read(byte[] content) {
		return Sheet.read(content);
	}
}
