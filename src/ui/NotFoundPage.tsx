import { DeadEnd } from './DeadEnd.tsx'
import { useWords } from './language.tsx'
import { Page } from './Page.tsx'
import { words } from './words.ts'

/** An address the product does not know. */
export function NotFoundPage() {
  const t = useWords(words)
  return (
    <Page title={t.pageNotFound}>
      <DeadEnd says={t.noSuchAddress} hint={t.pageNotFoundHint} />
    </Page>
  )
}
