import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { refusedButtons } from './why-not.ts'

/** What stops people from using a page: what axe finds serious or critical, and buttons that refuse without a word. */
export async function barriers(page: Page, where: string): Promise<string[]> {
  // Every style sheet is our own and loaded: axe need not fetch them again.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ preload: false, resultTypes: ['violations'] })
    .analyze()
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `axe ${where}: ${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join('\n  ')}`,
    )
  const { unexplained } = await refusedButtons(page)
  return [...found, ...unexplained.map((says) => `${where}: ${says}`)]
}
