import { Button } from 'antd'
import { useContext } from 'react'
import { AppLink } from './AppLink.tsx'
import { type ApiError, asApiError } from './api-error.ts'
import { DeadEnd } from './DeadEnd.tsx'
import { useText, useWords } from './language.tsx'
import { InsidePage, Page } from './Page.tsx'
import { pageWords } from './page-words.ts'
import { stringifySearch, useUrl } from './url.ts'
import { words } from './words.ts'

/** What stands in place of a view: it is not there or not for this reader, the address asks for nonsense, or it failed. */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useWords(words)
  const pages = useWords(pageWords)
  const say = useText()
  const inside = useContext(InsidePage)
  const { path, search } = useUrl()
  const known = asApiError(error)
  const { fields } = known
  const isFilter = known.status === 422 && fields.length > 0 && fields.every(({ field }) => field in search)
  const isGone = isDeadEnd(known)
  const tooFar = fields.find(({ field }) => field === 'page')
  const box =
    isFilter && tooFar && fields.length === 1 ? (
      <DeadEnd says={say(tooFar)} hint="">
        <AppLink to={`${path}${stringifySearch({ ...search, page: null, place: null })}`}>{pages.firstPage}</AppLink>
      </DeadEnd>
    ) : isFilter ? (
      <DeadEnd says={t.badFilter} hint={t.badFilterHint}>
        <AppLink to={path}>{t.clearFilters}</AppLink>
      </DeadEnd>
    ) : isGone ? (
      <DeadEnd
        says={known.status === 422 ? t.noSuchAddress : say(known.text)}
        hint={known.status === 403 ? '' : t.pageNotFoundHint}
      />
    ) : (
      <div className="panel empty" role="alert">
        <p>{say(known.text)}</p>
        <Button onClick={onRetry}>{t.retry}</Button>
      </div>
    )
  return inside ? (
    box
  ) : (
    <Page title={known.status === 403 ? t.pageNotYours : isGone ? t.pageNotFound : t.pageBroke}>{box}</Page>
  )
}

/** Asking once more would bring the same answer. */
export function isDeadEnd({ status }: ApiError): boolean {
  return status === 403 || status === 404 || status === 422
}
