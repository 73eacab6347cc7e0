import { type Actor, download } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { capitalYuan } from '../../../platform/documents/capitals.ts'
import { docxMediaType, type OpinionBox, type Paper, type PaperBlock } from '../../../platform/documents/paper.ts'
import { writeWord } from '../../../platform/documents/word.ts'
import { notFound } from '../../../platform/errors.ts'
import { verifyCode } from '../../../policy/filings/verify-code.ts'
import { dayOf } from '../../../shared/dates.ts'
import { type Fen, formatYuan, sumFen } from '../../../shared/money.ts'
import { type Spoken, speak } from '../../../shared/words.ts'
import { bureauName, dayText, fileNameOf, ordinal, type PaperTexts, paperTexts } from '../../programme/papers/public.ts'
import { type Pilot, requirePilot } from '../../programme/pilots/public.ts'
import { type Unit, unitById } from '../../programme/units/public.ts'
import type { TrancheView } from './contract.ts'
import { paperWords } from './paper-words.ts'
import * as contract from './tranche-contract.ts'
import { trancheViews } from './tranche-views.ts'

type Said = Spoken<typeof paperWords> & PaperTexts

export const trancheWord = download(contract.trancheWord, async ({ params, search }, { tx, actor, now }) => {
  const said = { ...speak(paperWords, search.language), ...paperTexts(search.language) }
  const paper = await tranchePaper(tx, params, actor, now, said)
  return { fileName: `${fileNameOf(paper)}.docx`, mediaType: docxMediaType, content: await writeWord(paper) }
})

type TrancheKey = { readonly pilotId: string; readonly no: number }
type Drawn = {
  readonly pilot: Pilot
  readonly county: Unit | null
  readonly tranche: TrancheView
  readonly tranches: readonly TrancheView[]
  readonly said: Said
}

/** The recommendation of a tranche: its gate checked line by line, the sum and its share, both bureaus' seals (G4.2). */
async function tranchePaper(tx: Tx, asked: TrancheKey, actor: Actor, now: Date, said: Said): Promise<Paper> {
  const pilot = await requirePilot(tx, asked.pilotId)
  const tranches = await trancheViews(tx, pilot, actor, now)
  const tranche = tranches.find(({ no }) => no === asked.no)
  if (!tranche) throw notFound({ zh: '该期资金', en: 'tranche' })
  const county = await unitById(tx, pilot.countyId)
  const drawn: Drawn = { pilot, county, tranche, tranches, said }
  return {
    title: `${said.programme}\n${said.trancheTitle(pilot.parkName, ordinal(tranche.no, said))}`,
    subtitle: { left: `${said.filedBy}${bureauName(county, 'economy', said.language)}`, right: said.moneyUnit },
    draft: tranche.state === 'waiting' ? said.trancheDraft : null,
    lie: 'portrait',
    blocks: [
      factsOf(drawn),
      { kind: 'heading', level: 1, text: said.heading(ordinal(1, said), said.gateList) },
      gateOf(drawn),
      { kind: 'heading', level: 1, text: said.heading(ordinal(2, said), said.opinionsBoth) },
      { kind: 'boxes', boxes: boxesOf(drawn) },
    ],
    foot: await basisOf(tx, pilot, said),
    page: said.page,
    signatures: [],
  }
}

function factsOf({ pilot, county, tranche, tranches, said }: Drawn): PaperBlock {
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

function gateOf({ tranche, said }: Drawn): PaperBlock {
  return {
    kind: 'table',
    name: said.gateList,
    columns: [
      { title: said.no, width: 6, kind: 'text', align: 'center' },
      { title: said.condition, width: 52, kind: 'text' },
      { title: said.clause, width: 10, kind: 'text', align: 'center' },
      { title: said.result, width: 9, kind: 'text', align: 'center' },
    ],
    rows: tranche.conditions.map(({ text, clause, met }, at) => [
      String(at + 1),
      text[said.language],
      clause,
      met ? said.met : said.unmet,
    ]),
    notes: tranche.warnings.map(({ text, clause }) => `${text[said.language]} ${clause}`),
  }
}

function boxesOf({ pilot, county, tranche, said }: Drawn): OpinionBox[] {
  const { language } = said
  const { recommended, released, received } = tranche
  const on = (done: TrancheView['recommended']) => dayText(done ? dayOf(new Date(done.at)) : null, said)
  const judged = (bureau: 'economy' | 'finance') =>
    (tranche.judging?.judgments ?? []).flatMap((one) =>
      one.bureau === bureau && one.underWay !== null
        ? [one.underWay ? said.judgedYes(one.reason) : said.judgedNo(one.reason)]
        : [],
    )
  const by = (done: TrancheView['recommended']) => (done ? [said.handedIn(done.name)] : [])
  const box = (title: string, lines: readonly string[], done: TrancheView['recommended']): OpinionBox => ({
    title,
    lines,
    seal: said.seal,
    on: on(done),
  })
  const sum = recommended ? [said.recommendedOn(formatYuan(tranche.amountFen ?? 0))] : []
  const words = recommended && tranche.recommendation ? [tranche.recommendation] : []
  const paid = released ? [said.released(dayText(tranche.paidOn, said), tranche.voucherNo ?? '')] : []
  return [
    box(
      said.opinionBox(bureauName(county, 'economy', language)),
      [...judged('economy'), ...words, ...sum, ...by(recommended)],
      recommended,
    ),
    box(
      said.opinionBox(bureauName(county, 'finance', language)),
      [...judged('finance'), ...paid, ...by(released)],
      released,
    ),
    box(
      said.receivedBox(pilot.parkName),
      received ? [said.received(dayText(tranche.receivedOn, said)), ...by(received)] : [],
      received,
    ),
  ]
}

/** A recommendation rests on the plan that was approved: its version and code stand at the foot. */
async function basisOf(tx: Tx, pilot: Pilot, said: Said): Promise<string> {
  const version = await tx
    .selectFrom('filings as f')
    .innerJoin('filingVersions as v', (join) => join.onRef('v.filingId', '=', 'f.id').onRef('v.no', '=', 'f.versionNo'))
    .select(['v.no', 'v.hash'])
    .where('f.pilotId', '=', pilot.id)
    .where('f.kind', '=', 'plan')
    .executeTakeFirst()
  return version ? said.basis(version.no, verifyCode(version.hash)) : said.noBasis
}
