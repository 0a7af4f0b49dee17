package org.cohort.web;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Errors that no handler saw: unknown addresses, refused requests, oversized bodies. */
@Controller
class ErrorPage implements ErrorController {

	@RequestMapping("/error")
	@PermitAll
	ModelAndView error(HttpServletRequest request) {
		var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
		return Problems.page(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, null, null);
	}
}
