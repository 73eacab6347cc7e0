import { ActionButton } from './ActionButton.tsx'
import { unless } from './ability.ts'
import { ApiError } from './api-error.ts'
import { useText, useWords } from './language.tsx'
import { ScreenMissing } from './lazy-screen.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import { offlineWords } from './offline-words.ts'
import { Page } from './Page.tsx'
import { useOnline } from './use-online.ts'
import { words } from './words.ts'

/** What stands in place of a page that failed; shows no technical text. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useWords(words)
  const say = useText()
  const online = useOnline()
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />
  const offline = error instanceof ScreenMissing
  return (
    <Page title={offline ? say(offlineWords.offlinePage) : t.pageBroke}>
      <div className="panel empty" role="alert">
        <p>{error instanceof ApiError ? say(error.text) : t.pageBrokeHint}</p>
        <ActionButton
          type="primary"
          // Loaded anew without a line, the document gives way to the browser's own error page.
          action={unless(!online && words.outboxNoLine)}
          onClick={() => window.location.reload()}
        >
          {t.reload}
        </ActionButton>
      </div>
    </Page>
  )
}
