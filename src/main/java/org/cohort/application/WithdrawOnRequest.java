package org.cohort.application;

import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws for people who wrote that they do not want to go on, instead of pressing the button themselves. */
@Component
class WithdrawOnRequest implements BulkAction {

	private final ApplicationTable table;

	private final Withdrawals withdrawals;

	WithdrawOnRequest(ApplicationTable table, Withdrawals withdrawals) {
		this.table = table;
		this.withdrawals = withdrawals;
	}

	@Override
	public String key() {
		return "withdraw-on-request";
	}

	@Override
	public boolean irrevocable() {
		return true;
	}

	@Override
	@Transactional
	public Result perform(UUID applicationId, String actor) {
		if (table.lock(applicationId).stage() == Stage.WITHDRAWN) {
			return new Result(false, "It was withdrawn before.");
		}
		if (!withdrawals.withdraw(applicationId, actor, key())) {
			return new Result(false, "It has ended, or the place was accepted; participants leave on their own page.");
		}
		return new Result(true, "Withdrawn; they get a mail that says so.");
	}
}
