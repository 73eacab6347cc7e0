import { Empty, Skeleton } from 'antd'
import { type ReactNode, useContext } from 'react'
import { LoadFailed } from './LoadFailed.tsx'
import { useWords } from './language.tsx'
import { InsidePage } from './Page.tsx'
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
