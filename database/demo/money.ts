import * as funds from '../../src/features/money/funds/contract.ts'
import * as tranches from '../../src/features/money/funds/tranche-contract.ts'
import * as notices from '../../src/features/money/notices/contract.ts'
import { addDays } from '../../src/shared/dates.ts'
import type { Client } from './client.ts'
import { makePdf } from './photos.ts'
import type { Step } from './play.ts'
import type { Park } from './programme.ts'
import type { Stage } from './stage.ts'

export type Paid = {
  readonly county: string
  readonly park: Park
  readonly no: number
  readonly amountFen: number
  /** The day of the recommendation. */
  readonly from: string
  /** Three days later unless told. */
  readonly released?: string
  readonly recommendation: string
  /** Whether the provincial platform's number is recorded too (G4.3). */
  readonly filed?: string
  /** Whether it was announced the day after (G4.2). */
  readonly announced?: true
}

/** Recommended, released and received; the number of the provincial platform, where there is one yet. */
export function moneySteps(stage: Stage, paid: Paid): Step[] {
  const { county, park, no, amountFen, from, recommendation, filed } = paid
  const params = { pilotId: park.pilotId, no }
  const released = paid.released ?? addDays(from, 3)
  const economy = () => stage.as(`${county}经信局·经办`)
  return [
    {
      day: from,
      act: async () =>
        void (await (await economy()).done(funds.recommendTranche, { params, body: { amountFen, recommendation } })),
    },
    ...(paid.announced
      ? [{ day: addDays(from, 1), act: async () => void (await announce(await economy(), params)) }]
      : []),
    {
      day: released,
      act: async () => {
        const client = await stage.as(`${county}财政局·经办`)
        const pdf = makePdf({ title: '拨款凭证', lines: [park.name, `第${no}期`] })
        const voucherFileId = await client.upload(`拨款凭证-${park.name}-${no}.pdf`, pdf)
        const body = {
          voucherNo: `BK${released.slice(0, 4)}-${park.name.slice(2, 4)}-${no}`,
          voucherFileId,
          paidOn: released,
        }
        await client.done(funds.releaseTranche, { params, body })
      },
    },
    {
      day: addDays(released, 2),
      act: async () => {
        const body = { receivedOn: addDays(released, 2) }
        await (await stage.as(`${park.name}·资金专员`)).done(funds.confirmReceipt, { params, body })
      },
    },
    ...(filed === undefined
      ? []
      : [
          {
            day: addDays(released, 4),
            act: async () => {
              const body = { number: filed, name: `${park.name}第${no}期资金`, filedOn: addDays(released, 4) }
              await (await economy()).done(tranches.fileDisbursement, { params, body })
            },
          },
        ]),
  ]
}

/** The public notice of a tranche, as the product drafts it; returns its id. */
export async function announce(client: Client, params: { readonly pilotId: string; readonly no: number }) {
  const { body, contact } = await client.done(notices.draftNotice, { params })
  return (await client.done(tranches.publishNotice, { params, body: { body, contact } })).noticeId
}

/** Before the second tranche both bureaus judge, each for itself, that the services are really under way. */
export function judgmentSteps(stage: Stage, county: string, park: Park, no: number, day: string): Step[] {
  const words = [
    ['经信局', '试点企业已全部诊断，多项个性服务已进入实施，服务台账与现场核查一致'],
    ['财政局', '抽查合同与支付凭证，资金按用途支出，服务确已开展'],
  ] as const
  return words.map(([bureau, reason]) => ({
    day,
    act: async () => {
      const client = await stage.as(`${county}${bureau}·经办`)
      const params = { pilotId: park.pilotId, no }
      await client.done(funds.judgeTranche, { params, body: { underWay: true, reason } })
    },
  }))
}
