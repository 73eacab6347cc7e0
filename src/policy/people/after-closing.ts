import type { Permission } from './roles.ts'

/**
 * What is still done about a closed pilot (G5.3, decision 0053): money that a fact found later asks back, what comes in on it, what is
 * given out again, and the reading of its archive. Which measures, the rules of measures say.
 */
const afterClosing: readonly Permission[] = [
  'measure.decide',
  'measure.confirm',
  'measure.withdraw',
  'measure.receive',
  'measure.reissue',
  'act.sign',
  'archive.view',
]

/** Whether acts of this permission go on once the pilot is closed. */
export function goesOnAfterClosing(permission: string): boolean {
  return afterClosing.some((one) => one === permission)
}
