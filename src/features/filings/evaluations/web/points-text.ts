import { formatPoints } from '../../../../policy/evaluation/rational.ts'

/** Points with their two decimals, from hundredths; a dash where there are none. */
export function pointsText(hundredths: number | null): string {
  return hundredths === null ? '—' : formatPoints(hundredths)
}
