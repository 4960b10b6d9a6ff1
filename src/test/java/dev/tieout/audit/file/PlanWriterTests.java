package dev.tieout.audit.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tieout.audit.Plan;
import dev.tieout.audit.SamplePlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlanWriterTests {

	@TempDir
	private Path folder;

	@Test
	void bothFilesAreWrittenForTheirOwnerOnly() throws IOException {
		PlanFile file = new PlanFile(this.folder.resolve("march.json"));
		PlanWriter.Written written = written(file, 2);
		assertThat(names()).containsExactly("march.csv", "march.json");
		for (Path path : List.of(file.document(), file.csv())) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
		}
		assertThat(FileDigest.of(file.document())).isEqualTo(written.sha256());
		assertThat(FileDigest.of(file.csv())).isEqualTo(written.plan().entries().csvSha256());
		assertThat(PlanJson.read(Files.readAllBytes(file.document()))).isEqualTo(written.plan());
		assertThat(file.csv()).hasContent(
				"""
						type,store,order_id,ordered_at,customer,affiliate_email,currency,amount,reason,period,payable_on,corrects,file,line
						ACCRUAL,web,'=1+1,2026-03-04T10:11:12.500Z,-3,bob@partners.example,JPY,500,CREDITED,2026-03,2026-03-04,,"a,b.csv",2
						ADJUSTMENT,web,#1,2026-03-04T10:11:12Z,4711,ann@partners.example,USD,-10.51,CREDITED,2026-04,2026-04-03,12,orders-1.csv,3
						""");
	}

	@Test
	void theDocumentHoldsTheFirstThousandAndTheListAll() throws IOException {
		PlanFile file = new PlanFile(this.folder.resolve("big"));
		Plan.Entries entries = written(file, 3000).plan().entries();
		assertThat(entries.count()).isEqualTo(3000);
		assertThat(entries.first()).hasSize(1000);
		assertThat(file.csv()).hasFileName("big.csv");
		assertThat(Files.readAllLines(file.csv())).hasSize(3001);
	}

	@Test
	void nothingIsLeftOfAPlanThatIsNotPublished() throws IOException {
		try (PlanWriter writer = new PlanFile(this.folder.resolve("march.json")).writer()) {
			writer.add(SamplePlan.first());
			assertThat(names()).hasSize(1).allMatch((name) -> name.startsWith(".tieout-"));
		}
		assertThat(names()).isEmpty();
	}

	@Test
	void whatIsThereIsNotOverwritten() throws IOException {
		PlanFile file = new PlanFile(this.folder.resolve("march.json"));
		assertThat(file.obstacle()).isEmpty();
		try (PlanWriter writer = file.writer()) {
			writer.write(SamplePlan::of);
			Files.writeString(file.csv(), "mine");
			assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(writer::publish);
		}
		assertThat(file.obstacle()).get().asString().contains("march.csv' exists already");
		assertThat(file.csv()).hasContent("mine");
		assertThat(names()).containsExactly("march.csv");
	}

	@Test
	void aPlaceWhereNothingCanBeWrittenIsTold() {
		assertThat(new PlanFile(this.folder.resolve("none/march.json")).obstacle()).get()
			.asString()
			.contains("is no directory");
		assertThat(new PlanFile(this.folder.resolve("march.csv")).obstacle()).get()
			.asString()
			.contains("name it .json");
		assertThat(new PlanFile(this.folder).obstacle()).get().asString().contains("exists already");
	}

	private static PlanWriter.Written written(PlanFile file, int entries) throws IOException {
		try (PlanWriter writer = file.writer()) {
			writer.add(SamplePlan.first());
			for (int i = 1; i < entries; i++) {
				writer.add(SamplePlan.entry(i));
			}
			PlanWriter.Written written = writer.write(SamplePlan::of);
			writer.publish();
			return written;
		}
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

}
