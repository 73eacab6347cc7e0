import { Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { FindingGroups } from '../../evidence/web/public.ts'
import type { ServiceView } from '../contract.ts'
import { words } from '../words.ts'

export function FindingsPanel({ findings }: Pick<ServiceView, 'findings'>) {
  const t = useWords(words)
  if (findings.length === 0) return null
  return (
    <Section id="findings" title={t.findings}>
      <FindingGroups findings={findings} />
    </Section>
  )
}
