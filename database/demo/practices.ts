import * as practices from '../../src/features/delivery/practices/contract.ts'
import { makePdf } from './photos.ts'
import type { Step } from './play.ts'
import type { Park } from './programme.ts'
import type { Stage } from './stage.ts'

/** What a park made to last: one document that its county adopted, one that waits for it. */
export function practiceSteps(stage: Stage, park: Park, county: string): Step[] {
  const submit = async (sort: 'mechanism' | 'experience', title: string, on: string) => {
    const client = await stage.as(`${park.name}·负责人`)
    const fileId = await client.upload(`${title}.pdf`, makePdf({ title, lines: [park.name, on] }))
    const params = { pilotId: park.pilotId }
    return (await client.done(practices.submitPractice, { params, body: { sort, title, on, fileId } })).practiceId
  }
  const mechanism = { practiceId: '' }
  return [
    {
      day: '2026-09-08',
      act: async () => {
        mechanism.practiceId = await submit('mechanism', '试点企业服务专员包干联系制度', '2026-08-31')
      },
    },
    {
      day: '2026-09-18',
      act: async () => {
        const client = await stage.as(`${county}经信局·经办`)
        const body = { number: '善经信〔2026〕74号', on: '2026-09-17' }
        await client.done(practices.adoptPractice, { params: mechanism, body })
      },
    },
    {
      day: '2026-11-12',
      act: async () => void (await submit('experience', '园区共享检测室服务中小企业的做法', '2026-11-10')),
    },
  ]
}
