import type { ReactNode } from 'react'
import { findEdition } from '../../../../policy/editions/edition.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import type { BatchView } from '../contract.ts'
import { BatchPeriod } from './BatchesPage.tsx'
import { words } from './batch-words.ts'

/** What the pages of one batch have in common: its name, edition and period, and the way between them. */
export function BatchFrame({ batch, children }: { batch: BatchView; children: ReactNode }) {
  const t = useWords(words)
  const say = useText()
  const at = `/batches/${batch.batchId}`
  const edition = findEdition(batch.edition)
  return (
    <Page
      title={batch.name}
      crumbs={[{ text: t.title, to: '/batches' }]}
      subtitle={
        <>
          {edition ? say(edition.name) : batch.edition} · <BatchPeriod {...batch} />
        </>
      }
      tabs={[
        { text: t.parks, to: at },
        { text: t.rules, to: `${at}/rules` },
      ]}
    >
      {children}
    </Page>
  )
}
