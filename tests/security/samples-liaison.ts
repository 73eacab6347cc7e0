import * as liaison from '../../src/features/liaison/contract.ts'
import { type Making, sample } from './sample.ts'

export const liaisonSamples: readonly Making[] = [
  sample(liaison.showLiaison, ({ batchId, countyId }) => ({ search: { batchId, countyId }, scope: null })),
]
