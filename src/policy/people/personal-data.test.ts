import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { personalFields } from './personal-data.ts'

const schema = readFileSync(new URL('../../../database/schema.sql', import.meta.url), 'utf8')
const columns = [...schema.matchAll(/^create table (\w+) \(\n([\s\S]*?)\n\)/gm)].flatMap(([, table, body]) =>
  [...(body ?? '').matchAll(/^ {2}"?(\w+)"? (text|jsonb?|bytea|inet|double precision|timestamp)/gm)].map(
    ([, column]) => `${table}.${column}`,
  ),
)

/** What a column is called that may hold something of a person. */
const suspicious =
  /\.(?:.*(?:phone|mobile|contact|address|agent|network|signer|sender|person|people|holder|bank|payee|latitude|longitude|captured|employer|declared|attend|device|token|password|email|birth|gender|photo|identity|resident|signature|_by).*|name|number|.*_name|content|typed|told|reply|before|after|body|params|seat|office|duty)$/

/** Of these names, but of no person: firms, units, things, and what is written under the rules of those it refers to. */
const ofNobody: Readonly<Record<string, string>> = {
  'baselines.content': 'a plan: firms and figures',
  'batches.name': 'a batch',
  'disbursement_filings.name': 'a filing of the provincial platform',
  'disbursement_filings.number': 'a filing of the provincial platform',
  'consultation_decisions.unit_name': 'a unit',
  'consultation_participants.unit_name': 'a unit',
  'evaluation_publications.batch_name': 'a batch',
  'evaluation_publications.unit_name': 'a unit',
  'evaluation_publications.contact': 'a post, published; its field refuses mobile numbers',
  'former_register_entries.number': 'a patent or certificate',
  'invoices.number': 'an invoice',
  'invoices.digital_number': 'an invoice',
  'invoices.seller_name': 'a firm',
  'invoices.buyer_name': 'a firm',
  'issued_papers.unit_name': 'a unit',
  'liaison_officers.unit_name': 'a unit',
  'measure_reissues.county_name': 'a county',
  'measure_reissues.award_name': 'an award',
  'notice_answer_corrections.content': 'the bureau’s own words, published',
  'notice_answers.content': 'the bureau’s own words, published',
  'notice_objections.content': 'the objection itself, for the bureaus; its field refuses numbers of persons',
  'notice_objection_additions.content': 'the objection itself, for the bureaus; its field refuses numbers of persons',
  'incident_contacts.office': 'an office',
  'incident_contacts.phone': 'of an office; the database refuses mobile numbers',
  'incident_reports.content': 'about systems, harm and measures',
  'notices.batch_name': 'a batch',
  'notices.county_name': 'a county',
  'notices.park_name': 'a park',
  'notices.body': 'a published text; its field refuses mobile numbers',
  'notices.contact': 'a post, published; its field refuses mobile numbers',
  'partner_agencies.name': 'a firm',
  'payments.payee_name': 'a firm',
  'pilot_enterprises.name': 'a firm',
  'prepared_acts.params': 'what the address of an act says',
  'prepared_acts.body': 'what an act was asked for: sums, days and reasons',
  'products.name': 'a service',
  'register_entries.number': 'a patent or certificate',
  'rest_days.name': 'a holiday',
  'return_heads.county_name': 'a county',
  'return_heads.park_name': 'a park',
  'sampling_frame_rows.enterprise_name': 'a firm',
  'sampling_frame_rows.park_name': 'a park',
  'units.name': 'a unit',
  'visits.content': 'what was done at a firm',
}

const listed = personalFields.flatMap((field) => field.columns)

it('lists every column whose name may be of a person, or says why it is of none', () => {
  expect(columns.length).toBeGreaterThan(300)
  const known = new Set<string>([...listed, ...Object.keys(ofNobody)])
  expect(columns.filter((column) => suspicious.test(column) && !known.has(column))).toEqual([])
})

it('lists no column twice, and none that the schema does not have', () => {
  expect(listed.filter((column, at) => listed.indexOf(column) !== at)).toEqual([])
  expect([...listed, ...Object.keys(ofNobody)].filter((column) => !columns.includes(column))).toEqual([])
  expect(listed.filter((column) => column in ofNobody)).toEqual([])
})

it.each(['guests.telephone_number', 'experts.bank_account', 'visits.signature_png', 'units.contact_person'])(
  'would ask about a new column %s',
  (column) => {
    expect(suspicious.test(column)).toBe(true)
  },
)
