import * as activities from '../../src/features/delivery/activities/contract.ts'
import * as diagnoses from '../../src/features/delivery/diagnoses/contract.ts'
import { makePdf, makePhoto } from './photos.ts'
import type { Step } from './play.ts'
import type { Park } from './programme.ts'
import type { Stage } from './stage.ts'

const monthly = ['2026-06-18', '2026-07-16', '2026-08-20', '2026-09-17', '2026-10-22', '2026-11-12']

/** A training a month unless told, with everybody who was there. */
export function activitySteps(stage: Stage, park: Park, days: readonly string[] = monthly): Step[] {
  return days.map((day, i) => ({
    day,
    act: async () => {
      const client = await stage.as(`${park.name}·服务专员`)
      const { enterprises } = await client.done(diagnoses.listEnterprises, { params: { pilotId: park.pilotId } })
      const papers: {
        proof: 'notice' | 'materials' | 'agenda' | 'sign-in-sheet' | 'survey' | 'photo'
        fileId: string
      }[] = []
      for (const proof of ['notice', 'materials', 'agenda', 'sign-in-sheet', 'survey'] as const) {
        const pdf = makePdf({ title: proof, lines: [park.name, day] })
        papers.push({ proof, fileId: await client.upload(`${proof}-${day}.pdf`, pdf) })
      }
      for (const shot of [1, 2]) {
        const seed = 500_000 + i * 10 + shot + (park.name.codePointAt(2) ?? 0) * 1000
        const capturedAt = new Date(`${day}T14:${10 + shot * 20}:00+08:00`)
        const photo = await makePhoto({ seed, capturedAt, latitude: 30.85, longitude: 120.93, caption: day })
        papers.push({ proof: 'photo', fileId: await client.upload(`活动照片${shot}.jpg`, photo) })
      }
      const attendees = enterprises.slice(i, i + 16).map(({ uscc, name }) => ({ uscc, name, people: 2 }))
      const body = {
        kind: 'training' as const,
        title: `第${i + 1}期经营管理培训`,
        heldOn: day,
        place: `${park.name}会议中心`,
        attendees,
        papers,
      }
      const { activityId } = await client.done(activities.recordActivity, { params: { pilotId: park.pilotId }, body })
      // Not everybody hands a questionnaire back.
      const people = 2 * attendees.length
      const [rated5, rated4] = [Math.floor(people * 0.5), Math.floor(people * 0.3)]
      const answers = { rated5, rated4, rated3: 1, rated2: i % 2, rated1: 0 }
      await client.done(activities.enterAnswers, { params: { activityId }, body: answers })
    },
  }))
}
