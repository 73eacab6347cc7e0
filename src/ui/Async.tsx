import { Button, Empty, Skeleton } from 'antd'
import { type ReactNode, useContext } from 'react'
import { AppLink } from './AppLink.tsx'
import { asApiError } from './api-error.ts'
import { useText, useWords } from './language.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { InsidePage, Page } from './Page.tsx'
import { words } from './words.ts'

type AsyncProps<Data> = {
  /** What `useView` returned. */
  view: {
    readonly data: Data | undefined
    readonly error: unknown
    readonly refetch: () => unknown
    readonly isFetching?: boolean
  }
  skeleton?: ReactNode
  /** Whether there is nothing to show. */
  isEmpty?: (data: Data) => boolean
  /** What to say and do when there is nothing. */
  empty?: ReactNode
  children: (data: Data) => ReactNode
}

/** Loading, failed with a retry, empty with what to do, or the content. Old content stays while new content loads. */
export function Async<Data>({ view, skeleton, isEmpty, empty, children }: AsyncProps<Data>) {
  const t = useWords(words)
  const inside = useContext(InsidePage)
  if (view.data !== undefined) {
    if (isEmpty?.(view.data)) return <EmptyState>{empty}</EmptyState>
    return <>{children(view.data)}</>
  }
  if (view.error) return <LoadFailed error={view.error} onRetry={() => view.refetch()} />
  return (
    <div aria-busy="true" role="status" aria-label={t.loading} className={inside ? undefined : 'page'}>
      {skeleton ?? <Skeleton active paragraph={{ rows: 6 }} className="panel" />}
    </div>
  )
}

function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useWords(words)
  const say = useText()
  const inside = useContext(InsidePage)
  const known = asApiError(error)
  if (known.status === 404 && !inside) return <NotFoundPage />
  const box = (
    <div className="panel empty" role="alert">
      <p>{say(known.text)}</p>
      {known.status === 404 ? <AppLink to="/">{t.backHome}</AppLink> : <Button onClick={onRetry}>{t.retry}</Button>}
    </div>
  )
  return inside ? box : <Page title={t.pageBroke}>{box}</Page>
}

/** Nothing here, and what to do about it. */
export function EmptyState({ children }: { children?: ReactNode }) {
  const t = useWords(words)
  return (
    <div className="panel empty">
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={false} />
      <div>{children ?? t.nothingHere}</div>
    </div>
  )
}
