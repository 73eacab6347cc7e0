import { keyOf } from './sample.ts'
import { calendarSamples } from './samples-calendar.ts'
import { consultationSamples } from './samples-consultations.ts'
import { filingSamples } from './samples-filings.ts'
import { liaisonSamples } from './samples-liaison.ts'
import { matterSamples } from './samples-matters.ts'
import { noticeSamples } from './samples-notices.ts'
import { paperSamples } from './samples-papers.ts'
import { peopleSamples } from './samples-people.ts'
import { planSamples } from './samples-plan.ts'
import { serviceSamples } from './samples-services.ts'
import { tableSamples } from './samples-tables.ts'

/** A sound request of every endpoint, by its address. Each feature's line stands here once. */
export const samples = new Map(
  [
    ...matterSamples,
    ...peopleSamples,
    ...paperSamples,
    ...planSamples,
    ...serviceSamples,
    ...tableSamples,
    ...filingSamples,
    ...liaisonSamples,
    ...consultationSamples,
    ...calendarSamples,
    ...noticeSamples,
  ].map((one) => [keyOf(one.route), one]),
)
