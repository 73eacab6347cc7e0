import { percentText } from '../../../../ui/Values.tsx'
import type { MergedFigureName } from './merged-links.ts'

/** A figure as it stands in the merged table: `1,234.5`, `83.3%`. */
export function figureText(figure: MergedFigureName, value: number): string {
  return figure === 'rate' ? percentText(value) : value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}
