import { type Acting, download } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { capitalYuan } from '../../../platform/documents/capitals.ts'
import type { OpinionBox, PaperBlock, PaperContent } from '../../../platform/documents/paper.ts'
import { notFound } from '../../../platform/errors.ts'
import { dayOf } from '../../../shared/dates.ts'
import { type Fen, formatYuan, sumFen } from '../../../shared/money.ts'
import { type Language, type Spoken, speak } from '../../../shared/words.ts'
import { baselineAt } from '../../programme/baselines/public.ts'
import {
  asWord,
  bureauName,
  dayText,
  handsOn,
  issuedAs,
  notIssued,
  ordinal,
  type PaperTexts,
  paperTexts,
  type SubjectPaper,
} from '../../programme/papers/public.ts'
import { type Pilot, requirePilot } from '../../programme/pilots/public.ts'
import { type Unit, unitById } from '../../programme/units/public.ts'
import type { TrancheView } from './contract.ts'
import { gateTable } from './gate-table.ts'
import { entryById } from './ledger-store.ts'
import { paperWords } from './paper-words.ts'
import { handsOf, reversalsOf } from './reversals-on-paper.ts'
import { tranchesOf } from './store.ts'
import type { Reader } from './tranche-acts.ts'
import * as contract from './tranche-contract.ts'
import { trancheViews } from './tranche-views.ts'

type Said = Spoken<typeof paperWords> & PaperTexts

/** The recommendation as it was issued; before it is made, what it would be recommended on. */
export const trancheWord = download(contract.trancheWord, async ({ params, search }, asking) => {
  const { tx, site, now } = asking
  const said = saying(search.language)
  const pilot = await requirePilot(tx, params.pilotId)
  const row = (await tranchesOf(tx, pilot.id)).find(({ no }) => no === params.no)
  const made = row && row.state !== 'waiting' ? row : null
  const issued = made && (await issuedAs(tx, site, { subject: made.id, versionNo: null }, said))
  const asItStands = async () => drawTranche(await trancheFacts(tx, pilot, params.no, now), said)
  const paper = issued ?? notIssued(await asItStands(), made ? null : said.trancheDraft, said)
  return asWord(paper)
})

/** The recommendation of a tranche, until it is taken back. */
export async function tranchePaper(acting: Acting, trancheId: string): Promise<SubjectPaper[]> {
  const { tx, now } = acting
  const row = await tx
    .selectFrom('tranches')
    .select(['pilotId', 'no', 'state', 'scope'])
    .where('id', '=', trancheId)
    .executeTakeFirst()
  if (!row) return []
  const pilot = await requirePilot(tx, row.pilotId)
  const facts = row.state === 'waiting' ? null : await trancheFacts(tx, pilot, row.no, now)
  const paper: SubjectPaper = {
    subject: trancheId,
    kind: 'tranche',
    scope: row.scope,
    unitName: pilot.parkName,
    period: '',
    versionNo: null,
    content: facts && { zh: drawTranche(facts, saying('zh')), en: drawTranche(facts, saying('en')) },
  }
  return [paper]
}

/** The tranche whose money an entry of the ledger moved. */
export async function entryPaper(acting: Acting, entryId: string): Promise<SubjectPaper[]> {
  const entry = await entryById(acting.tx, entryId)
  return entry ? tranchePaper(acting, entry.subject) : []
}

function saying(language: Language): Said {
  return { ...speak(paperWords, language), ...paperTexts(language) }
}

/** What may be done does not stand on a paper; an act of a stranger may make the next one. */
const noReader: Reader = { accountId: '', post: 'park-manager', bureau: null, unitKind: 'park', unitId: '' }

type Facts = {
  readonly pilot: Pilot
  readonly county: Unit | null
  readonly tranche: TrancheView
  readonly tranches: readonly TrancheView[]
  /** The version of the plan that the recommendation rests on. */
  readonly planNo: number | null
}
type Judged = NonNullable<TrancheView['judging']>['judgments'][number]
type Drawn = Facts & { readonly said: Said }

/** @throws HttpError 404 for a tranche that the edition does not know */
async function trancheFacts(tx: Tx, pilot: Pilot, no: number, now: Date): Promise<Facts> {
  const tranches = await trancheViews(tx, pilot, noReader, now)
  const tranche = tranches.find((one) => one.no === no)
  if (!tranche) throw notFound({ zh: '该期资金', en: 'tranche' })
  // What it was recommended on; later versions of the plan leave that as it was.
  const basis = await baselineAt(tx, pilot.id, tranche.recommended ? new Date(tranche.recommended.at) : now)
  return { pilot, county: await unitById(tx, pilot.countyId), tranche, tranches, planNo: basis?.no ?? null }
}

/** The recommendation of a tranche: its gate checked line by line, the sum and its share, both bureaus' seals (G4.2). */
function drawTranche(facts: Facts, said: Said): PaperContent {
  const { pilot, county, tranche } = facts
  const drawn: Drawn = { ...facts, said }
  return {
    title: `${said.programme}\n${said.trancheTitle(pilot.parkName, ordinal(tranche.no, said))}`,
    subtitle: { left: `${said.filedBy}${bureauName(county, 'economy', said.language)}`, right: said.moneyUnit },
    lie: 'portrait',
    blocks: [
      factsOf(drawn),
      { kind: 'heading', level: 1, text: said.heading(ordinal(1, said), said.gateList) },
      gateTable(tranche, said),
      { kind: 'heading', level: 1, text: said.heading(ordinal(2, said), said.opinionsBoth) },
      { kind: 'boxes', boxes: boxesOf(drawn) },
      ...reversalsOf(tranche, said),
    ],
    page: said.page,
    signatures: [],
  }
}

function factsOf({ pilot, county, tranche, tranches, planNo, said }: Drawn): PaperBlock {
  const { no, amountFen, minFen, maxFen, planned, filing } = tranche
  const before = sumFen(tranches.filter((one) => one.no < no && one.released).map((one) => one.amountFen ?? 0))
  const amount = amountFen === null ? mayBe(minFen, maxFen, said) : formatYuan(amountFen)
  const share = amountFen === null ? '' : `${Math.round(((before + amountFen) / pilot.awardFen) * 10_000) / 100}%`
  return {
    kind: 'facts',
    perLine: 2,
    pairs: [
      [said.park, pilot.parkName],
      [said.county, county?.name ?? ''],
      [said.award, formatYuan(pilot.awardFen)],
      [said.trancheNo, said.trancheOf(no, tranches.length)],
      [said.ruleShare, shareOf(tranche, said)],
      [said.releasedBefore, formatYuan(before)],
      [said.amount, amount],
      [said.cumulative, share],
      [said.inCapitals, amountFen === null ? '' : capitalYuan(amountFen)],
      [
        said.planned,
        planned ? said.plannedFor(formatYuan(planned.amountFen), dayText(planned.plannedOn, said)) : said.none,
      ],
      [said.platformNo, filing ? `${filing.number} ${filing.filedOn}` : said.none],
      [said.basis, planNo === null ? said.noBasis : said.basisNo(planNo)],
    ],
  }
}

function mayBe(minFen: Fen, maxFen: Fen, said: Said): string {
  if (minFen === maxFen) return said.amountIs(formatYuan(maxFen))
  return said.amountMay(formatYuan(minFen), formatYuan(maxFen))
}

function shareOf({ share }: TrancheView, said: Said): string {
  if (!share) return said.shareRest
  return share.min === share.max ? said.shareExact(share.min) : said.shareRange(share.min, share.max)
}

function boxesOf({ pilot, county, tranche, said }: Drawn): OpinionBox[] {
  const { language } = said
  const { recommended, released, received, paidTo } = tranche
  const on = (done: TrancheView['received']) => dayText(done ? dayOf(new Date(done.at)) : null, said)
  const signed = (done: TrancheView['recommended']) => (done?.preparedBy ? hands(done) : [])
  const judgment = ({ underWay, reason }: Pick<Judged, 'underWay' | 'reason'>) =>
    underWay ? said.judgedYes(reason) : said.judgedNo(reason)
  const before = (one: Judged['earlier'][number]) =>
    said.judgedBefore(on(one.given), handsOf(one.given, said), judgment(one))
  const judged = (bureau: 'economy' | 'finance') =>
    (tranche.judging?.judgments ?? []).flatMap((one) =>
      one.bureau === bureau && one.underWay !== null
        ? [...one.earlier.map(before), judgment(one), ...signed(one.given)]
        : [],
    )
  const by = (done: TrancheView['received']) => (done ? [said.handedIn(done.name)] : [])
  const hands = (done: TrancheView['recommended']) => (done ? [handsOn(done.name, done.preparedBy, said)] : [])
  const box = (title: string, lines: readonly string[], done: TrancheView['received']): OpinionBox => ({
    title,
    lines,
    seal: said.seal,
    on: on(done),
  })
  const sum = recommended ? [said.recommendedOn(formatYuan(tranche.amountFen ?? 0))] : []
  const words = recommended && tranche.recommendation ? [tranche.recommendation] : []
  const account = paidTo ? said.paidTo(paidTo.holder, paidTo.bank, paidTo.number) : said.paidToNone
  const paid = released ? [said.released(dayText(tranche.paidOn, said), tranche.voucherNo ?? ''), account] : []
  return [
    box(
      said.opinionBox(bureauName(county, 'economy', language)),
      [...judged('economy'), ...words, ...sum, ...hands(recommended)],
      recommended,
    ),
    box(
      said.opinionBox(bureauName(county, 'finance', language)),
      [...judged('finance'), ...paid, ...hands(released)],
      released,
    ),
    box(
      said.receivedBox(pilot.parkName),
      received ? [said.received(dayText(tranche.receivedOn, said)), ...by(received)] : [],
      received,
    ),
  ]
}
