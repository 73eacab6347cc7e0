import * as measures from '../../src/features/money/measures/contract.ts'
import { listAllMeasures } from '../../src/features/money/measures/list-contract.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'
import {
  measureFor,
  measureToConfirm,
  receiptFor,
  receiptOn,
  recoveryInForce,
  reissueFor,
  reissueOn,
  undoing,
} from './steps-measures.ts'

const at = ({ park }: Side) => ({ scope: park.scope })

export const measureSamples: readonly Making[] = [
  sample(measures.listMeasures, (side) => ({ params: { pilotId: side.park.pilotId }, ...at(side) })),
  sample(listAllMeasures, () => ({ scope: null })),
  sample(measures.decideMeasure, async (side) => ({ ...(await measureFor(side)), ...at(side) })),
  sample(measures.confirmMeasure, async (side) => ({ params: await measureToConfirm(side), ...at(side) })),
  sample(measures.withdrawMeasure, async (side) => ({
    params: await measureToConfirm(side),
    body: undoing,
    ...at(side),
  })),
  sample(measures.reverseMeasure, async (side) => ({
    params: await recoveryInForce(side),
    body: undoing,
    ...at(side),
  })),
  sample(measures.recordReceipt, async (side) => ({
    params: await recoveryInForce(side),
    body: await receiptFor(side),
    ...at(side),
  })),
  sample(measures.reverseReceipt, async (side) => ({ params: await receiptOn(side), body: undoing, ...at(side) })),
  sample(measures.recordReissue, async (side) => {
    const { measureId } = await receiptOn(side)
    return { params: { measureId }, body: reissueFor(side), ...at(side) }
  }),
  sample(measures.reverseReissue, async (side) => ({ params: await reissueOn(side), body: undoing, ...at(side) })),
]
