import type { Route } from '../../src/shared/route.ts'
import { keyOf, type Making } from './sample.ts'
import { auditSamples } from './samples-audit.ts'
import { calendarSamples } from './samples-calendar.ts'
import { closeOutSamples } from './samples-close-outs.ts'
import { consultationSamples } from './samples-consultations.ts'
import { evaluationSamples } from './samples-evaluations.ts'
import { filingSamples } from './samples-filings.ts'
import { incidentSamples } from './samples-incidents.ts'
import { liaisonSamples } from './samples-liaison.ts'
import { matterSamples } from './samples-matters.ts'
import { measureSamples } from './samples-measures.ts'
import { noticeSamples } from './samples-notices.ts'
import { paperSamples } from './samples-papers.ts'
import { peopleSamples } from './samples-people.ts'
import { personalSamples } from './samples-personal.ts'
import { planSamples } from './samples-plan.ts'
import { registerSamples } from './samples-register.ts'
import { samplingSamples } from './samples-sampling.ts'
import { serviceSamples } from './samples-services.ts'
import { tableSamples } from './samples-tables.ts'

/** Sound requests of every endpoint, by its address; several where it serves several kinds of record. */
const samples: ReadonlyMap<string, readonly Making[]> = Map.groupBy(
  [
    ...matterSamples,
    ...peopleSamples,
    ...paperSamples,
    ...personalSamples,
    ...planSamples,
    ...registerSamples,
    ...serviceSamples,
    ...tableSamples,
    ...filingSamples,
    ...liaisonSamples,
    ...consultationSamples,
    ...closeOutSamples,
    ...calendarSamples,
    ...auditSamples,
    ...measureSamples,
    ...noticeSamples,
    ...evaluationSamples,
    ...incidentSamples,
    ...samplingSamples,
  ],
  (one) => keyOf(one.route),
)

/** Each sample of an endpoint under a name of its own. @throws Error naming an endpoint that has none */
export function sampled(route: Route): [name: string, making: Making][] {
  const key = keyOf(route)
  const made = samples.get(key)
  if (!made) throw new Error(`${key} has no sample: add one to tests/security/samples-*.ts`)
  return made.map((one): [string, Making] => [one.of === '' ? key : `${key} (${one.of})`, one])
}
