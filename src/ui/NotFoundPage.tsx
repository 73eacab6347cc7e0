import { AppLink } from './AppLink.tsx'
import { useWords } from './language.tsx'
import { Page } from './Page.tsx'
import { words } from './words.ts'

/** An address the product does not know, or a record the reader may not see. */
export function NotFoundPage() {
  const t = useWords(words)
  return (
    <Page title={t.pageNotFound}>
      <div className="panel empty">
        <p>{t.pageNotFoundHint}</p>
        <AppLink to="/">{t.backHome}</AppLink>
      </div>
    </Page>
  )
}
