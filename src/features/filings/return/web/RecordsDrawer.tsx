import { Drawer, Pagination, Segmented } from 'antd'
import { isOutlier } from '../../../../policy/records/register-measures.ts'
import { cadenceWords } from '../../../../policy/returns/cadence-words.ts'
import { emptyReasons } from '../../../../policy/returns/empty-figure.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useView } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { useIsPhone } from '../../../../ui/use-media.ts'
import { DayText, StatusTag, usePeriodText } from '../../../../ui/Values.tsx'
import type { FilingView } from '../../course/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { figureText, quotientText, valueText } from './figure-text.ts'
import { ReductionLines } from './RowCells.tsx'

type Span = 'period' | 'year' | 'total'
type Behind = Reply<typeof contract.listRowRecords>
const pageSize = 50

/** The records behind the figure named in the address (`?records=P3&span=period`), each with the way to its papers. */
export function RecordsDrawer({ filing, table }: { filing: FilingView; table: contract.TableView }) {
  const t = useWords(words)
  const c = useWords(cadenceWords[table.head.cadence])
  const say = useText()
  const phone = useIsPhone()
  const { search, setSearch } = useUrl()
  const noneText = ({ source, counts }: contract.ReturnRow) =>
    source || counts === 'answers' ? say(emptyReasons[source ?? 'no-answers'].text) : t.noRecords
  const row = table.rows.find((one) => one.indicator === search.records)
  const span: Span = search.span === 'period' || search.span === 'year' ? search.span : 'total'
  const page = Math.max(1, Number.parseInt(search.page ?? '1', 10) || 1)
  const records = useView(
    contract.listRowRecords,
    { params: { filingId: filing.filingId, indicator: row?.indicator ?? '-' }, search: { span, page, pageSize } },
    { enabled: row !== undefined, keepPrevious: true },
  )
  return (
    <Drawer
      open={row !== undefined}
      title={row ? t.recordsOf(say(row.name)) : ''}
      size={phone ? '100%' : 640}
      onClose={() => setSearch({ records: null, span: null, page: null })}
    >
      {row ? (
        <>
          <Segmented<Span>
            block
            value={span}
            options={[
              { value: 'period', label: c.thisPeriodShort },
              { value: 'year', label: t.spanYear },
              { value: 'total', label: t.spanTotal },
            ]}
            onChange={(next) => setSearch({ span: next, page: null })}
          />
          <Async view={records}>
            {(data) => (
              <>
                <Sum data={data} />
                <AfterReductions row={row} span={span} />
                {data.changes ? <Changes changes={data.changes} /> : null}
                <Records records={data.records} empty={noneText(row)} />
                {data.total > pageSize ? (
                  <Pagination
                    className="pagination"
                    simple={phone}
                    current={page}
                    pageSize={pageSize}
                    total={data.total}
                    showSizeChanger={false}
                    onChange={(next) => setSearch({ page: next })}
                  />
                ) : null}
              </>
            )}
          </Async>
        </>
      ) : null}
    </Drawer>
  )
}

function Sum({ data }: { data: Behind }) {
  const t = useWords(words)
  const say = useText()
  const [first] = data.records
  return (
    <div className="records-sum">
      <div>
        <span className="records-figure number">{figureText(data.figure)}</span> {say(data.unit)}
        {data.of !== null && data.of > 0 && first ? (
          <span className="soft number"> = {quotientText(first.kind, data.value, data.of)}</span>
        ) : null}
      </div>
      <div className="soft">
        {say(data.formula)} · {data.frozen ? t.frozenRecords : t.liveRecords}
      </div>
    </div>
  )
}

/** What is left of the records where reductions stand against them. */
function AfterReductions({ row, span }: { row: contract.ReturnRow; span: Span }) {
  const t = useWords(words)
  const left = { period: row.thisPeriod, year: row.thisYear, total: row.total }[span]
  if (row.reductions.length === 0) return null
  return (
    <div className="records-changes">
      {t.afterReductions(figureText(left))}
      <ReductionLines row={row} />
    </div>
  )
}

function Records({ records, empty }: { records: readonly contract.RecordView[]; empty: string }) {
  const t = useWords(words)
  const say = useText()
  if (records.length === 0) return <p className="empty">{empty}</p>
  return (
    <ul className="records">
      {records.map((record) => (
        <li key={`${record.kind}-${record.recordId}`} className={record.counted ? undefined : 'is-uncounted'}>
          <div className="records-line">
            <AppLink to={record.href}>{say(record.title)}</AppLink>
            <span className="number">{record.value === 1 && record.of === null ? null : valueText(record)}</span>
          </div>
          <div className="records-line soft">
            <span>{say(record.detail)}</span>
            <span className="nowrap">
              {record.counted ? null : <StatusTag>{t.notCounted}</StatusTag>}
              {isFarOff(record) ? <StatusTag tone="warning">{t.outlier}</StatusTag> : null}{' '}
              <AppLink to={record.href}>{t.papers(record.proofs)}</AppLink> · <DayText day={record.day} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Growth that is looked at twice. */
const isFarOff = ({ kind, value, of }: contract.RecordView) =>
  kind === 'register-entry' && of !== null && isOutlier(value)

function Changes({ changes }: { changes: NonNullable<Behind['changes']> }) {
  const t = useWords(words)
  const periodText = usePeriodText()
  const { added, removed } = changes
  const period = periodText(changes.period)
  return (
    <div className="records-changes">
      {added.length > 0 ? (
        <>
          <h3>{t.addedSince(period)}</h3>
          <Records records={added} empty="" />
        </>
      ) : null}
      {removed.length > 0 ? (
        <>
          <h3>{t.removedSince(period)}</h3>
          <Records records={removed} empty="" />
        </>
      ) : null}
    </div>
  )
}
