import type { Text } from '../../shared/words.ts'
import type { FigureSource } from './edition-rules.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

/** Where a figure that is not computed comes from. `label`: what stands in its place; `text`: the whole reason. */
export const figureSources: Readonly<Record<FigureSource, { readonly label: Text; readonly text: Text }>> = {
  park: {
    label: t('须说明', 'by park'),
    text: t(
      '本系统没有此项记录，由园区在“偏差原因及措施”栏写明数值和依据',
      'not recorded here; the park states figure and proof under “Reason and measures”',
    ),
  },
  inspection: {
    label: t('未抽查', 'no check'),
    text: t(
      '由监督检查抽查得出，尚未抽查，不等于零',
      'found by spot checks of an inspection; no check yet, which is not zero',
    ),
  },
}
