import { expect, test } from 'vitest'
import { gapList } from './plan-gap.ts'
import { usccGap } from './plan-uscc.ts'

const licence = { fileId: 'f', name: '营业执照.pdf' }

const said = (uscc: string, proof?: typeof licence) => {
  const list = gapList('enterprises')
  usccGap(list, 'rows.0.uscc', { uscc, licence: proof }, 'G1.3')
  return list.gaps.map(({ severity, code, facts }) => `${severity} ${code} ${JSON.stringify(facts)}`)
}

test.each([
  ['', undefined, []],
  ['91330421MA2000101E', undefined, ['warning plan.odd-uscc {"uscc":"91330421MA2000101E"}']],
  ['91350100M000100Y31', undefined, ['error plan.bad-uscc {"uscc":"91350100M000100Y31"}']],
  ['91350100M000100Y31', licence, ['error plan.bad-uscc {"uscc":"91350100M000100Y31"}']],
  ['91330421MA2RQ7K976', undefined, ['error unit.uscc-unproven {}']],
  ['91330421MA2RQ7K976', licence, ['warning plan.uscc-by-licence {"uscc":"91330421MA2RQ7K976"}']],
  ['9133042107E17', licence, ['error unit.uscc-cut {}']],
  ['990199189912310078', licence, ['error unit.bad-uscc {}']],
] as const)('%s with licence %j: %j', (uscc, proof, gaps) => expect(said(uscc, proof)).toEqual(gaps))
