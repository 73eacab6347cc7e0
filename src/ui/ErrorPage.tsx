import { Button } from 'antd'
import { ApiError } from './api-error.ts'
import { useText, useWords } from './language.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { Page } from './Page.tsx'
import { words } from './words.ts'

/** What stands in place of a page that failed; shows no technical text. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useWords(words)
  const say = useText()
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />
  return (
    <Page title={t.pageBroke}>
      <div className="panel empty" role="alert">
        <p>{error instanceof ApiError ? say(error.text) : t.pageBrokeHint}</p>
        <Button type="primary" onClick={() => window.location.reload()}>
          {t.reload}
        </Button>
      </div>
    </Page>
  )
}
