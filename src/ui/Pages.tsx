import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Pagination } from 'antd'
import type { Placed } from '../shared/route.ts'
import { useWords } from './language.tsx'
import type { TableSearch } from './table-search.ts'
import { useIsPhone } from './use-media.ts'
import { words } from './words.ts'

type PagesProps = {
  table: TableSearch<unknown>
  total: number | undefined
  /** Where the page shown lies, in a list whose pages are turned by key. */
  placed?: Placed | undefined
}

/** Turns the pages of a list; nothing where all of it is shown. */
export function Pages({ table, total, placed }: PagesProps) {
  const t = useWords(words)
  const phone = useIsPhone()
  const { pageSize } = table
  if (total === undefined || total <= Math.min(pageSize, 20)) return null
  const last = Math.ceil(total / pageSize)
  return (
    <Pagination
      className="pagination"
      current={placed?.page ?? table.page}
      pageSize={pageSize}
      total={total}
      onChange={(page, size) => table.turnTo(page, size, placed && { ...placed, last })}
      showSizeChanger={!phone}
      pageSizeOptions={[20, 50, 100, 200]}
      // Whoever turns by key says no number: most pages of a long list lie too far away.
      simple={phone ? { readOnly: placed !== undefined && last > 100 } : false}
      itemRender={(_page, kind, element) =>
        kind === 'prev' || kind === 'next' ? (
          <button type="button" className="ant-pagination-item-link" aria-label={kind === 'prev' ? t.previous : t.next}>
            {kind === 'prev' ? <LeftOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          </button>
        ) : (
          element
        )
      }
    />
  )
}
