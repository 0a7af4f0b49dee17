package org.cohort.selection.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTests {

	private static final String POOL = """
			id,region,language,merit
			a,AF,en;fr,50
			b,EU,en,90
			c,EU,,70
			d,AF,fr,60
			e,EU,en,90.5
			""";

	private static final String TARGETS = """
			attribute,value,target
			region,AF,0.5
			region,EU,0.5
			language,en,0.5
			language,fr,0.5
			""";

	@TempDir
	Path folder;

	private String out = "";

	private String err = "";

	@BeforeEach
	void writeFiles() throws IOException {
		Files.writeString(folder.resolve("pool.csv"), POOL);
		Files.writeString(folder.resolve("targets.csv"), TARGETS);
	}

	@Test
	void printsExactlyOneJsonObjectWithEverythingInIt() {
		assertThat(select("--seats", "2", "--json", "--lottery", "--seed", "x", "--merit-tolerance", "0.5")).isZero();

		JsonNode json = JsonMapper.shared().readTree(out);
		assertThat(out.strip().lines()).hasSize(1);
		assertThat(json.propertyNames()).contains("selected", "objective", "bound", "optimal", "entrofyObjective",
				"meanMerit", "counts", "seconds", "verified", "probabilities", "minimumProbability", "gini");
		assertThat(json.get("verified").booleanValue()).isTrue();
		assertThat(json.get("optimal").booleanValue()).isTrue();
		assertThat(json.get("probabilities").size()).isEqualTo(5);
		assertThat(json.get("counts").get("region").get("AF").intValue()).isEqualTo(
				(int) json.get("selected").valueStream().filter(id -> List.of("a", "d").contains(id.stringValue())).count());
	}

	@Test
	void printsASummaryToRead() {
		assertThat(select("--seats", "2")).isZero();

		assertThat(out).contains("2 of 5 chosen", "d, e", "region", "cohort", "proven: no cohort has more",
				"not disclosed by 1 of 5", "everything holds");
	}

	@Test
	void pinsAndExclusionsAreKept() {
		assertThat(select("--seats", "2", "--pin", "c", "--exclude", "d", "--json")).isZero();

		assertThat(JsonMapper.shared().readTree(out).get("selected").toString()).isEqualTo("[\"a\",\"c\"]");
	}

	@Test
	void aStoredProposalVerifiesAndATamperedOneDoesNot() throws IOException {
		assertThat(select("--seats", "2", "--out", folder.resolve("result").toString())).isZero();
		Path stored = folder.resolve("result/proposal.json");

		assertThat(run("verify", stored.toString())).isZero();
		assertThat(out).contains("Everything holds.");
		Files.writeString(stored, Files.readString(stored).replace("\"merit\":60.0", "\"merit\":10.0"));
		assertThat(run("verify", stored.toString())).isEqualTo(1);
		assertThat(out).contains("BROKEN  input hash");
		assertThat(Files.readAllLines(folder.resolve("result/cohort.csv"))).containsExactly("id", "d", "e");
	}

	@Test
	void contradictingLimitsExitWithThreeAndTheRelaxation() throws IOException {
		Files.writeString(folder.resolve("targets.csv"),
				"attribute,value,target,min,max\nregion,AF,0.5,3,\nregion,EU,0.5,,\n");

		assertThat(select("--seats", "3")).isEqualTo(3);
		assertThat(err).contains("region=AF: at least 3", "region=AF: at least 2 (by 1)");
		assertThat(select("--seats", "3", "--json")).isEqualTo(3);
		assertThat(JsonMapper.shared().readTree(out).get("relaxation").size()).isEqualTo(1);
	}

	@Test
	void everyMistakeIsSaidAtOnceWithItsRowAndColumn() throws IOException {
		Files.writeString(folder.resolve("pool.csv"), "id,region,merit\na,AF,many\na,EU,3\n,EU,4\nb,EU\nc,AF,\n");
		Files.writeString(folder.resolve("targets.csv"),
				"attribute,value,target,min,max,weight\nregion,AF,50,,,\nregion,EU,0.5,3,2,\n"
						+ "region,EU,x,,,-1\nlanguage,en,0.5,,,\n");

		assertThat(select("--seats", "none", "--pin", "z", "--objective", "best", "--time-limit", "5")).isEqualTo(2);
		assertThat(err).contains("pool.csv: the column language is missing", "--seats: «none»", "--objective: «best»",
				"--time-limit: «5»", "targets.csv, row 2, column target", "targets.csv, row 3, column min",
				"targets.csv, row 4, column target", "targets.csv, row 4, column weight", "pool.csv, row 5: has 2 cells");
		Files.writeString(folder.resolve("targets.csv"), TARGETS.lines().limit(3).reduce("", (a, b) -> a + b + "\n"));
		assertThat(select("--seats", "2", "--pin", "z")).isEqualTo(2);
		assertThat(err).contains("pool.csv, row 2, column merit: «many»", "pool.csv, row 3, column id: a is in row 2",
				"pool.csv, row 4, column id: is empty", "pool.csv, row 6, column merit: is empty",
				"--pin: z is not in the pool");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--seats 0", "--seats -1", "--seats 2.5", "--seats", "--merit-tolerance 2",
			"--merit-tolerance NaN",
			"--pin a --exclude a", "--exclude nobody", "--colour red", "--time-limit PT-5S", "--at-most region",
			"--merit-floor high", "stray", "--pool missing.csv", "--threads 0", "--pin a,b,c" })
	void aBadOptionExitsWithTwo(String options) {
		List<String> args = new ArrayList<>(Arrays.asList(options.split(" ")));
		if (!options.startsWith("--seats")) {
			args.addAll(List.of("--seats", "2"));
		}

		assertThat(select(args.toArray(String[]::new))).as(err).isEqualTo(2);
		assertThat(out).isEmpty();
	}

	@Test
	void filesFromASpreadsheetAreUnderstood() throws IOException {
		Files.writeString(folder.resolve("pool.csv"), "\uFEFF" + POOL.replace("\n", "\r\n").replace("EU", "\"E\"\"U\""));
		Files.writeString(folder.resolve("targets.csv"), TARGETS.replace("EU", "\"E\"\"U\""));

		assertThat(select("--seats", "2", "--json")).as(err).isZero();
		assertThat(JsonMapper.shared().readTree(out).get("counts").get("region").has("E\"U")).isTrue();
	}

	@Test
	void onlyItsOwnCommandsAreHandled() {
		assertThat(CommandLine.handles(new String[] { "select" })).isTrue();
		assertThat(CommandLine.handles(new String[] { "--server.port=8080" })).isFalse();
		assertThat(CommandLine.handles(new String[0])).isFalse();
	}

	private int select(String... options) {
		List<String> args = new ArrayList<>(List.of("select", "--targets", folder.resolve("targets.csv").toString()));
		if (!Arrays.asList(options).contains("--pool")) {
			args.addAll(List.of("--pool", folder.resolve("pool.csv").toString()));
		}
		args.addAll(Arrays.asList(options));
		return run(args.toArray(String[]::new));
	}

	private int run(String... args) {
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		int exit = CommandLine.run(args, new PrintStream(printed, true, StandardCharsets.UTF_8),
				new PrintStream(said, true, StandardCharsets.UTF_8));
		out = printed.toString(StandardCharsets.UTF_8);
		err = said.toString(StandardCharsets.UTF_8);
		return exit;
	}
}
