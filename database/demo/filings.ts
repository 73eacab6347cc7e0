import * as filings from '../../src/features/filings/course/contract.ts'
import * as consultations from '../../src/features/oversight/consultations/contract.ts'
import type { FormKind, FormRow, RowsContent } from '../../src/policy/filings/forms.ts'
import { approveFiling, record as recordFiling, submit as submitFiling, writeSections } from './course.ts'
import type { Step } from './play.ts'
import type { Stage } from './stage.ts'

export type Filed = {
  readonly county: string
  readonly batchId: string
  readonly countyId: string
  readonly kind: FormKind
  readonly period?: string
  /** What is written into a section, from what stands there; sections left out stay as they were drafted. */
  readonly fill: Readonly<Record<string, (content: unknown) => unknown>>
  /** When each step is taken; the filing stops where none is given. */
  readonly days: {
    readonly open: string
    readonly submit?: string
    readonly approve?: string
    readonly record?: string
  }
  readonly recorder?: '省经信厅·处室' | '省财政厅·处室'
  readonly recordNo?: string
}

/** One filing of a county: written by the economy officer, approved by finance, recorded by the province. */
export function filingSteps(stage: Stage, filed: Filed): Step[] {
  const { county, batchId, countyId: unitId, kind, period = '', fill, days } = filed
  const economy = () => stage.as(`${county}经信局·经办`)
  const params = { filingId: '' }
  const write = async () => {
    const client = await economy()
    params.filingId = (await client.done(filings.openFiling, { body: { batchId, unitId, kind, period } })).filingId
    const { sections } = await client.done(filings.showFiling, { params })
    const made = sections.map(({ section, content }) => [section, fill[section]?.(content)] as const)
    await writeSections(
      client,
      params.filingId,
      Object.fromEntries(made.filter(([, content]) => content !== undefined)),
    )
  }
  const submit = async () => void (await submitFiling(await economy(), params.filingId))
  const approve = async () => {
    await approveFiling(await stage.as(`${county}财政局·经办`), params.filingId)
  }
  const record = async () => {
    const recorder = await stage.as(filed.recorder ?? '省经信厅·处室')
    await recordFiling(recorder, params.filingId, filed.recordNo ?? '浙经信企服备〔2026〕1号')
  }
  const acts = [
    [days.open, write],
    [days.submit, submit],
    [days.approve, approve],
    [days.record, record],
  ] as const
  return acts.flatMap(([day, act]) => (day === undefined ? [] : [{ day, act }]))
}

/** Officers by their posts: both bureaus with a deputy, each park with a first officer; the numbers are made up. */
export function liaisonOfficers(county: string, parks: readonly string[], from: string): FormRow[] {
  const seats = [
    ...(['经信局', '财政局'] as const).flatMap((bureau) =>
      (['A', 'B'] as const).map((seat) => ({
        unitKind: bureau === '经信局' ? 'economy' : 'finance',
        unit: `${county}${bureau}`,
        seat,
      })),
    ),
    ...parks.map((unit) => ({ unitKind: 'park', unit, seat: 'A' as const })),
  ]
  return seats.map((one, i) => ({
    id: `officer-${i}`,
    ...one,
    name: `${one.unit}联络员（${one.seat}角）`,
    office: '',
    duty: '',
    phone: `0573-840000${String(i).padStart(2, '0')}`,
    mobile: '',
    from,
    until: '',
    remark: '',
  }))
}

/** Fills the rows that the product drafted, park by park; amounts in fen. */
export function plannedTranches(amounts: readonly number[], days: readonly string[]) {
  return (content: unknown): RowsContent => ({
    rows: (content as RowsContent).rows.map((row): FormRow => {
      const at = Number(row.no) - 1
      return { ...row, amount: amounts[at] ?? null, month: days[at] ?? '' }
    }),
  })
}

export const arrangements = () => ({
  fields: {
    responsibilities: '经信局负责条件核对和拨付建议，财政局负责审核拨付和账户监管，园区负责专账核算。',
    supervision: '按季核对台账与支付凭证，不定期抽查合同、发票和银行回单，发现问题立即整改。',
    disclosure: '拨付前按规定公示，拨付后在政府网站公开结果。',
  },
})

/** The bureaus and the parks meet; one decision is carried out, one is past its day. */
export function consultationSteps(
  stage: Stage,
  {
    county,
    countyId,
    batchId,
    parks,
  }: { county: string; countyId: string; batchId: string; parks: readonly { parkId: string; name: string }[] },
): Step[] {
  const [first] = parks
  let decisionId = ''
  return [
    {
      day: '2026-09-08',
      act: async () => {
        const client = await stage.as(`${county}经信局·经办`)
        const body = {
          batchId,
          heldOn: '2026-09-08',
          way: 'meeting' as const,
          place: `${county}行政中心三楼会议室`,
          topic: '试点推进第二次会商',
          matters: '通报上半年服务进展和资金支出情况，研究第二期资金拨付条件，部署佐证资料自查。',
          participants: [
            { unitId: countyId, person: `${county}经信局·经办` },
            { unitId: countyId, person: `${county}财政局·经办` },
            ...parks.map(({ parkId, name }) => ({ unitId: parkId, person: `${name}·负责人` })),
          ],
          decisions: [
            {
              what: '完成佐证资料自查并整改重复照片',
              unitId: first?.parkId ?? null,
              post: 'service-officer',
              dueOn: '2026-09-30',
            },
            {
              what: '汇总服务机构评价情况，提出优化建议',
              unitId: countyId,
              post: 'economy-officer',
              dueOn: '2026-10-31',
            },
          ],
        }
        const { consultationId } = await client.done(consultations.recordConsultation, { body })
        const { decisions } = await client.done(consultations.showConsultation, { params: { consultationId } })
        decisionId = decisions[0]?.decisionId ?? ''
      },
    },
    {
      day: '2026-09-25',
      act: async () => {
        const client = await stage.as(`${first?.name}·服务专员`)
        const body = { note: '已逐项核对，重复照片已说明并补拍。' }
        await client.done(consultations.completeDecision, { params: { decisionId }, body })
      },
    },
  ]
}
