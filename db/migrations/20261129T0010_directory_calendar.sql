-- Why: a bank holiday that is proclaimed after a report was taken moves the last of its working days; until now every open report
-- kept the day that was counted without it. The days by which open ones stand counted are kept, so that a change is noticed.
-- Locks: none. Takes: milliseconds.
create table directory.bank_holiday (
  day date primary key
);
comment on table directory.bank_holiday is 'The bank holidays of England and Wales by which the days of open reports stand counted; reference/bank-holidays.ts has what is known now. Retention: none, holds no personal data.';
