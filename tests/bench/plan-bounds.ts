/** Pages of 8 KiB that an answer may read in the programme of the test of plans. */
export const mostPages = 600

/** Answers that may read more: a fifth more than they read on 2026-11-30. A bound that is far from what is read is to be lowered. */
export const pagesOf: Readonly<Record<string, number>> = {
  '/api/accounts': 2850,
  // Every file of the province, and the record that each of them proves.
  '/api/audit/package': 128_000,
  '/api/calendar': 1100,
  '/api/calendar/month': 1100,
  // It grows by eight with each pilot, and passed the general bound with the closed one.
  '/api/disbursements': 730,
  '/api/disbursements/export': 730,
  '/api/filings': 1100,
  '/api/filings/:filingId/table': 3150,
  '/api/guide': 1750,
  '/api/inbox': 2050,
  '/api/inbox/parks': 2300,
  '/api/lateness': 1150,
  '/api/matters': 850,
  '/api/pilots': 750,
  '/api/pilots/:pilotId/activities': 1200,
  '/api/pilots/:pilotId/close-out': 900,
  '/api/pilots/:pilotId/diagnoses': 850,
  '/api/pilots/:pilotId/ledger': 1100,
  '/api/pilots/:pilotId/ledger/export': 6_000,
  '/api/pilots/:pilotId/payments': 3_000,
  '/api/province': 2050,
  '/api/services': 1250,
  '/api/services/export': 83_000,
  '/api/tables': 2750,
  '/api/tables/workbook': 2750,
}

/** Plans that are bad, and known to be: a fault that is mended leaves this list, a new one is no entry of it. */
export const knownFaults: readonly string[] = [
  '/api/consultations/choices by bench-county: Seq Scan of units guesses badly',
  '/api/consultations/choices by bench-county: Sort guesses badly',
  '/api/filings/:filingId/table by bench-officer: Hash guesses badly',
  '/api/filings/:filingId/table by bench-officer: Seq Scan of pilot_enterprises guesses badly',
  '/api/pilots/:pilotId/ledger/export by bench-full-1: Seq Scan of ledger_postings throws rows away',
]
