import * as register from '../../src/features/delivery/register/contract.ts'
import { kindOf, type RegisterSort, registerKinds } from '../../src/policy/records/register.ts'
import { makePdf } from './photos.ts'
import type { Step } from './play.ts'
import type { Park } from './programme.ts'
import { diagnosedOf } from './services.ts'
import type { Stage } from './stage.ts'

/** `by`: who enters it; the service officer of the park unless told. */
type Entry = {
  readonly firm: number
  readonly sort: RegisterSort
  readonly number: string
  readonly on: string
  readonly day: string
  readonly party?: string
  readonly yuan?: number
  readonly by?: 'contact'
}

const list = { number: '浙经信企服〔2026〕63号', on: '2026-06-12', party: '浙江省经济和信息化厅' } as const

/** What the firms of a park won while they were served. */
const won: readonly Entry[] = [
  { firm: 0, sort: 'tech-innovative', ...list, day: '2026-06-16' },
  { firm: 3, sort: 'tech-innovative', ...list, day: '2026-06-16' },
  { firm: 7, sort: 'tech-innovative', ...list, day: '2026-06-16' },
  {
    firm: 2,
    sort: 'loan',
    number: '嘉银借字2026第0311号',
    on: '2026-06-18',
    day: '2026-06-22',
    party: '某商业银行嘉善支行',
    yuan: 3_000_000,
  },
  { firm: 5, sort: 'invention', number: 'ZL202410231188.3', on: '2026-06-05', day: '2026-06-24', by: 'contact' },
  { firm: 4, sort: 'utility-model', number: 'ZL202520417720.X', on: '2026-06-23', day: '2026-07-02' },
  { firm: 4, sort: 'utility-model', number: 'ZL202520417731.8', on: '2026-06-23', day: '2026-07-02' },
  {
    firm: 5,
    sort: 'management-system',
    number: '00226Q30418R0S',
    on: '2026-07-08',
    day: '2026-07-15',
    party: '某认证有限公司',
  },
  {
    firm: 6,
    sort: 'digital-acceptance',
    number: '数改验〔2026〕17号',
    on: '2026-08-11',
    day: '2026-08-14',
    party: '嘉善县经济和信息化局',
  },
  {
    firm: 8,
    sort: 'equity',
    number: '增资协议2026-05',
    on: '2026-08-20',
    day: '2026-08-26',
    party: '某创业投资合伙企业',
    yuan: 12_000_000,
  },
  { firm: 0, sort: 'software', number: '2026SR0817742', on: '2026-08-25', day: '2026-09-01' },
  {
    firm: 9,
    sort: 'srdi',
    number: '浙经信企服〔2026〕88号',
    on: '2026-09-03',
    day: '2026-09-09',
    party: '浙江省经济和信息化厅',
  },
  { firm: 11, sort: 'invention', number: 'ZL202410655024.1', on: '2026-09-15', day: '2026-09-21', by: 'contact' },
  {
    firm: 11,
    sort: 'loan',
    number: '嘉银借字2026第0592号',
    on: '2026-09-24',
    day: '2026-09-28',
    party: '某商业银行嘉善支行',
    yuan: 5_500_000,
  },
]

/** Entries of a park's registers, two of them by the firms themselves; one is corrected and one withdrawn. */
export function registerSteps(stage: Stage, park: Park): Step[] {
  const entered = new Map<string, { entryId: string; body: ReturnType<typeof saidOf> }>()
  const steps = won.map((entry) => ({
    day: entry.day,
    act: async () => {
      const firm = (await diagnosedOf(stage, park))[entry.firm]
      if (!firm) throw new Error(`${park.name} has no enterprise ${entry.firm}`)
      const client = await stage.as(entry.by ? `${firm.name}·联系人` : `${park.name}·服务专员`)
      const { proof } = registerKinds[kindOf(entry.sort)]
      const lines = [firm.name, entry.number, entry.on]
      const body = saidOf(entry, firm.name, await client.upload(`${proof.zh}.pdf`, makePdf({ title: proof.zh, lines })))
      const params = { enterpriseId: firm.enterpriseId }
      const { entryId } = await client.done(register.enterInRegister, { params, body })
      entered.set(entry.number, { entryId, body })
    },
  }))
  const officer = () => stage.as(`${park.name}·服务专员`)
  const found = (number: string) => {
    const one = entered.get(number)
    if (!one) throw new Error(`${park.name} has not entered ${number}`)
    return one
  }
  const correct = async () => {
    const { entryId, body } = found('数改验〔2026〕17号')
    const said = { ...body, number: '善数改验〔2026〕17号', reason: '验收单编号漏录首字，按原件更正' }
    await (await officer()).done(register.correctEntry, { params: { entryId }, body: said })
  }
  const withdraw = async () => {
    const { entryId } = found('ZL202520417731.8')
    const body = { reason: '专利权人是企业股东个人，不是本企业' }
    await (await officer()).done(register.withdrawEntry, { params: { entryId }, body })
  }
  return [...steps, { day: '2026-08-17', act: correct }, { day: '2026-09-02', act: withdraw }]
}

function saidOf({ sort, number, on, party, yuan }: Entry, firm: string, fileId: string) {
  return { sort, number, on, party: party ?? firm, amountFen: yuan === undefined ? null : yuan * 100, fileId }
}
