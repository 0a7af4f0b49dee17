package org.cohort.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** A changed decision table in the hands of an administrator, who has nothing but the pages. */
final class AnotherTable {

	private static final String PAGE = "/staff/decision-tables";

	private final House house;

	private final JdbcClient jdbc;

	private final String dmn;

	private String trial = "";

	private String version = "";

	private AnotherTable(House house, JdbcClient jdbc, String dmn) {
		this.house = house;
		this.jdbc = jdbc;
		this.dmn = dmn;
	}

	/** The table that ships, but whoever has the years of a borderline case or more is not eligible. */
	static AnotherTable harsher(House house, JdbcClient jdbc) throws IOException {
		String shipped = Files.readString(Path.of("bpmn/eligibility.dmn"));
		String harsh = shipped.replace("&lt; borderlineYears", "&gt;= borderlineYears");
		assertThat(harsh).isNotEqualTo(shipped);
		return new AnotherTable(house, jdbc, harsh);
	}

	void isTriedOn(String round) throws Exception {
		var file = new MockMultipartFile("file", "eligibility.dmn", "application/xml", dmn.getBytes(StandardCharsets.UTF_8));
		trial = house.uploadsAs("adam", "administrators", PAGE, file, "round", round).getResponse().getRedirectedUrl();
	}

	/** The page of the trial, once the engine has been asked about everybody. */
	String changes() {
		String page = await().atMost(House.PATIENCE).until(() -> house.readsAs("adam", "administrators", trial),
				html -> html.contains("would change sides") || html.contains("came to nothing"));
		Matcher link = Pattern.compile(PAGE + "/([0-9a-f]+)/deploy").matcher(page);
		version = link.find() ? link.group(1) : "";
		return page;
	}

	/** Has it used, and waits until the engine has it. */
	void isUsed() throws Exception {
		String deploy = PAGE + "/" + version + "/deploy";
		assertThat(house.readsAs("adam", "administrators", deploy)).contains("Yes, use it");
		house.fillsAs("adam", "administrators", deploy);
		await().atMost(House.PATIENCE).until(() -> jdbc
			.sql("select exists (select from engine_screening_table where table_version = ?)")
			.param(version)
			.query(Boolean.class)
			.single());
		assertThat(house.readsAs("adam", "administrators", PAGE)).contains("chosen by adam");
	}

	/** Whether it was this table that screened an application. */
	boolean screened(UUID application) {
		return jdbc.sql("select table_version = ? from eligibility_screening where application_id = ?")
			.params(version, application)
			.query(Boolean.class)
			.single();
	}
}
