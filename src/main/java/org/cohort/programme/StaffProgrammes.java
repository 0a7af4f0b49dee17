package org.cohort.programme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programmes and their settings; they travel as files. */
@Controller
@RequestMapping("/staff/programmes")
class StaffProgrammes {

	private final Programmes programmes;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	StaffProgrammes(Programmes programmes, AuditTrail audit, TransactionTemplate transaction) {
		this.programmes = programmes;
		this.audit = audit;
		this.transaction = transaction;
	}

	@GetMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView all() {
		return list(null, "", HttpStatus.OK);
	}

	@GetMapping("/{id}")
	@RolesAllowed({ "coordinators", "administrators" })
	String one(@PathVariable UUID id, Model model) {
		model.addAttribute("programme", programmes.programme(id));
		model.addAttribute("lengths", new Lengths());
		return "programme/staff-programme";
	}

	@GetMapping("/{id}/export")
	@RolesAllowed({ "coordinators", "administrators" })
	ResponseEntity<byte[]> export(@PathVariable UUID id) {
		Programme programme = programmes.programme(id);
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_YAML)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(programme.slug() + ".yaml").build().toString())
				.body(programmes.exportYaml(id).getBytes(StandardCharsets.UTF_8));
	}

	@PostMapping
	@RolesAllowed("administrators")
	ModelAndView read(@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = "") String text, Principal who, RedirectAttributes redirect)
			throws IOException {
		byte[] content = file == null || file.isEmpty() ? text.getBytes(StandardCharsets.UTF_8) : file.getBytes();
		try {
			Programme programme = transaction.execute(status -> {
				Programme imported = programmes.importYaml(new ByteArrayInputStream(content),
						who.getName());
				audit.record(who.getName(), "import-programme", "programme", imported.id(), imported.slug());
				return imported;
			});
			redirect.addFlashAttribute("notice", "The programme «" + programme.name() + "» was imported.");
			return new ModelAndView("redirect:/staff/programmes/" + programme.id());
		}
		catch (ProgrammeRefused refused) {
			return list(refused.getMessage(), text, HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	private ModelAndView list(@Nullable String problem, String text, HttpStatus status) {
		return new ModelAndView("programme/staff-programmes", status).addObject("programmes", programmes.programmes())
				.addObject("problem", problem).addObject("text", text);
	}
}
