import { download } from '../../../platform/command.ts'
import type { PaperBlock, PaperContent } from '../../../platform/documents/paper.ts'
import { csvMediaType } from '../../../platform/workbook/write-csv.ts'
import { samplingMethods } from '../../../policy/oversight/sampling.ts'
import { samplingFields as fields } from '../../../policy/oversight/sampling-fields.ts'
import { riskFactorList, riskFactors, sampledHow } from '../../../policy/oversight/sampling-plans.ts'
import { bureauNames } from '../../../policy/people/roles.ts'
import { serviceKinds } from '../../../policy/records/service-kinds.ts'
import { serviceStateNames } from '../../../policy/services/service.ts'
import { dayOf, minuteOf } from '../../../shared/dates.ts'
import { formatYuan } from '../../../shared/money.ts'
import { type Spoken, speak } from '../../../shared/words.ts'
import { asWord, dayText, notIssued, ordinal, type PaperTexts, paperTexts } from '../../programme/papers/public.ts'
import * as contract from './contract.ts'
import { writeFrame } from './frame-file.ts'
import { frameOf } from './store.ts'
import { showPlanView } from './views.ts'
import { paperWords } from './words.ts'

type Said = Spoken<typeof paperWords> & PaperTexts
type Plan = contract.PlanView

/** The frozen frame, from which anybody draws the same sample; heads alone before the draw. */
export const samplingFrame = download(contract.samplingFrame, async ({ params }, { tx, actor }) => {
  const { planId, draw } = await showPlanView(tx, params.planId, actor)
  const content = writeFrame(await frameOf(tx, planId))
  return { fileName: `frame-${draw?.hash.slice(0, 8) ?? 'empty'}.csv`, mediaType: csvMediaType, content }
})

/** Plan, approvals, seed, hash and sample on one paper. */
export const samplingWord = download(contract.samplingWord, async ({ params, search }, { tx, actor }) => {
  const said = { ...speak(paperWords, search.language), ...paperTexts(search.language) }
  const plan = await showPlanView(tx, params.planId, actor)
  return asWord(notIssued(drawRecord(plan, said), null, said))
})

function drawRecord(plan: Plan, said: Said): PaperContent {
  const { language } = said
  const { countyName, draw, items, prepared } = plan
  const parts: { name: string; blocks: PaperBlock[] }[] = [
    { name: said.plan, blocks: [factsOf(plan, said)] },
    { name: said.approvals, blocks: [approvalsOf(plan, said)] },
    ...(draw ? [{ name: said.draw, blocks: [drawOf(draw, said)] }] : []),
    ...(draw ? [{ name: said.sample, blocks: [itemsOf(items, said)] }] : []),
  ]
  return {
    title: said.recordTitle(countyName),
    subtitle: null,
    lie: 'portrait',
    blocks: [
      ...parts.flatMap(({ name, blocks }, at): PaperBlock[] => [
        { kind: 'heading', level: 1, text: said.heading(ordinal(at + 1, said), name) },
        ...blocks,
      ]),
      {
        kind: 'signed',
        units: [bureauNames.economy[language], bureauNames.finance[language]],
        on: dayText(dayOf(new Date(draw?.at ?? prepared.at)), said),
      },
    ],
    page: said.page,
    signatures: [],
  }
}

function factsOf(plan: Plan, said: Said): PaperBlock {
  const { language } = said
  const pairs: [string, string][] = [
    [fields.purpose[language], plan.purpose],
    [fields.batch[language], plan.batchName],
    [fields.parks[language], plan.parks.join('、') || said.all],
    [said.period, `${plan.openedFrom} – ${plan.openedTo}`],
    [fields.states[language], plan.states.map((state) => serviceStateNames[state][language]).join('、') || said.all],
    [fields.countedOnly[language], plan.countedOnly ? said.onlyCounted : said.notOnlyCounted],
    [fields.method[language], samplingMethods[plan.method][language]],
    [fields.size[language], String(plan.size)],
    [fields.seed[language], plan.seed],
    [said.preparedBy, `${plan.prepared.byName}　${minuteOf(new Date(plan.prepared.at))}`],
  ]
  if (plan.method === 'risk-weighted')
    for (const factor of riskFactorList)
      pairs.push([`${fields.weights[language]}：${riskFactors[factor][language]}`, String(plan.weights[factor])])
  return { kind: 'facts', perLine: 1, pairs }
}

function approvalsOf({ approvals }: Plan, said: Said): PaperBlock {
  if (approvals.length === 0) return { kind: 'text', text: said.none }
  return {
    kind: 'facts',
    perLine: 1,
    pairs: approvals.map(({ bureau, byName, at, approvalId }): [string, string] => [
      bureauNames[bureau][said.language],
      `${byName}　${minuteOf(new Date(at))}　${approvalId}`,
    ]),
  }
}

function drawOf({ seed, hash, frameSize, drawn, byName, at }: NonNullable<Plan['draw']>, said: Said): PaperBlock {
  return {
    kind: 'facts',
    perLine: 1,
    pairs: [
      [said.drawnBy, `${byName}　${minuteOf(new Date(at))}`],
      [said.frameSize, String(frameSize)],
      [said.drawn, String(drawn)],
      [said.effectiveSeed, seed],
      [said.hash, hash],
    ],
  }
}

function itemsOf(items: Plan['items'], said: Said): PaperBlock {
  const { language } = said
  return {
    kind: 'table',
    name: said.sample,
    columns: [
      { title: fields.no[language], width: 16, kind: 'text' },
      { title: fields.parks[language], width: 16, kind: 'text' },
      { title: said.enterprise, width: 20, kind: 'text' },
      { title: said.kind, width: 12, kind: 'text' },
      { title: said.price, width: 12, kind: 'text', align: 'right' },
      { title: said.how, width: 22, kind: 'text' },
    ],
    rows: items.map(({ no, parkName, enterpriseName, kind, priceFen, how, reason }) => [
      no,
      parkName,
      enterpriseName,
      serviceKinds[kind][language],
      formatYuan(priceFen),
      reason === '' ? sampledHow[how][language] : `${sampledHow[how][language]}：${reason}`,
    ]),
    notes: [said.again],
  }
}
