import * as diagnoses from '../../src/features/delivery/diagnoses/contract.ts'
import { questions } from '../../src/policy/services/diagnosis-questions.ts'
import { addDays } from '../../src/shared/dates.ts'
import type { Step } from './play.ts'
import type { Park } from './programme.ts'
import type { Stage } from './stage.ts'

/** The first `count` enterprises of a park are diagnosed, six every other day. */
export function diagnosisSteps(stage: Stage, park: Park, count: number, from: string): Step[] {
  return Array.from({ length: count }, (_, i) => ({
    day: addDays(from, Math.floor(i / 6) * 2),
    act: async () => {
      const client = await stage.as(`${park.name}·服务专员`)
      const { enterprises } = await client.done(diagnoses.listEnterprises, { params: { pilotId: park.pilotId } })
      const enterprise = enterprises.toSorted((a, b) => a.uscc.localeCompare(b.uscc, 'en'))[i]
      if (!enterprise) throw new Error(`${park.name} has no enterprise ${i}`)
      const answers = Object.fromEntries(
        questions.map((question, q) => [
          question.id,
          question.options[(i * 7 + q * 3) % question.options.length]?.id ?? '',
        ]),
      )
      const titles: ('tech-sme' | 'innovative')[] = i % 4 === 0 ? ['innovative'] : i % 3 === 0 ? ['tech-sme'] : []
      const facts = {
        foundedOn: `20${String(10 + (i % 14)).padStart(2, '0')}-03-15`,
        revenueWan: enterprise.revenueWan,
        researchWan: 40 + i * 5,
        titles,
      }
      await client.done(diagnoses.recordDiagnosis, {
        params: { enterpriseId: enterprise.enterpriseId },
        body: { answers, facts },
      })
    },
  }))
}
