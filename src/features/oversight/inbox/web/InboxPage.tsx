import { Button } from 'antd'
import { subjectNames } from '../../../../policy/oversight/tasks.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async, EmptyState } from '../../../../ui/Async.tsx'
import { type Reply, useView } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { type Filter, TableToolbar } from '../../../../ui/TableToolbar.tsx'
import { type TableSearch, useTableSearch } from '../../../../ui/table-search.ts'
import { stringifySearch, useUrl } from '../../../../ui/url.ts'
import { DueDate } from '../../../../ui/Values.tsx'
import { words as common } from '../../../../ui/words.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import './inbox.css'
import { listed } from '../../../../shared/words.ts'

type View = Reply<typeof contract.showInbox>
type Bucket = 'mine' | 'team' | 'waiting'

/** As many tasks can be looked over without a filter. */
const fewTasks = 8

/** Home: what is mine now, what my colleagues have, who is waited for. Filters stand in the address and hold for all three. */
export function InboxPage() {
  const t = useWords(words)
  const { search } = useUrl()
  const { permissions } = useMe()
  const table = useTableSearch(contract.showInbox)
  const view = useView(contract.showInbox, { search: table.search }, { keepPrevious: true })
  const bucket: Bucket = search.list === 'team' || search.list === 'waiting' ? search.list : 'mine'
  const tab = (key: Bucket) => ({
    key,
    text: view.data ? `${t[key]} ${view.data[key].total}` : t[key],
    to: `/${stringifySearch({ ...search, list: key === 'mine' ? null : key })}`,
  })
  return (
    <Page
      title={t.title}
      actions={
        view.data && permissions.includes('calendar.view') ? (
          <AppLink to={`/calendar?month=${monthAfter(view.data.today)}`}>{t.nextMonth}</AppLink>
        ) : undefined
      }
      tabs={[tab('mine'), tab('team'), tab('waiting')]}
    >
      <Async
        view={view}
        isEmpty={(data) => data[bucket].all === 0 && !table.filtered}
        empty={bucket === 'mine' ? t.nothingMine : bucket === 'team' ? t.nothingTeam : t.nothingWaiting}
      >
        {(data) => <Tasks data={data} bucket={bucket} table={table} />}
      </Async>
    </Page>
  )
}

/** The month after a day's. */
function monthAfter(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7)
}

function Tasks({ data, bucket, table }: { data: View; bucket: Bucket; table: TableSearch<unknown> }) {
  const t = useWords(words)
  const c = useWords(common)
  const list = data[bucket]
  const filters = useFilters(data.choices)
  return (
    <>
      {table.filtered || list.all > fewTasks ? (
        <TableToolbar table={table} filters={filters} total={list.total} />
      ) : null}
      {list.total === 0 ? (
        <div className="panel">
          <EmptyState>
            <p>{c.nothingMatches}</p>
            <Button onClick={table.clear}>{c.clearFilters}</Button>
          </EmptyState>
        </div>
      ) : (
        <ul className="inbox panel">
          {list.tasks.map((task) => (
            <Task key={`${task.task} ${task.href} ${task.about.zh}`} task={task} today={data.today} />
          ))}
        </ul>
      )}
      {list.total > list.tasks.length ? <p className="inbox-more">{t.more(list.tasks.length, list.total)}</p> : null}
    </>
  )
}

/** Only what there is a choice of. */
function useFilters({ batches, parks, kinds }: View['choices']): readonly Filter[] {
  const t = useWords(words)
  const say = useText()
  const named = (names: readonly string[]) => names.map((name) => ({ value: name, text: name }))
  const select = (name: string, label: string, options: { value: string; text: string }[], width?: number): Filter[] =>
    options.length < 2 ? [] : [{ kind: 'select', name, label, options, ...(width ? { width } : {}) }]
  return [
    ...select('batch', t.batch, named(batches)),
    ...select('park', t.park, named(parks), 220),
    ...select(
      'kind',
      t.kind,
      kinds.map((kind) => ({ value: kind, text: say(subjectNames[kind]) })),
    ),
    { kind: 'select', name: 'overdue', label: t.overdue, options: [{ value: 'yes', text: t.onlyOverdue }] },
  ]
}

function Task({ task, today }: { task: contract.TaskView; today: string }) {
  const t = useWords(words)
  const say = useText()
  return (
    <li>
      <AppLink to={task.href} className="inbox-task">
        <span className="inbox-title">{say(task.title)}</span>
        <span className="inbox-about">{say(task.about)}</span>
        <span className="inbox-park">
          {task.parkName}
          {task.batchName ? <span className="inbox-batch">{task.batchName}</span> : null}
        </span>
        <span className="inbox-who">{say(listed(task.posts))}</span>
        <span className="inbox-due">
          {task.dueOn ? (
            <DueDate
              day={task.dueOn}
              at={task.dueAt}
              today={today}
              isOver={task.isOverdue}
              workingDaysLeft={task.workingDaysLeft}
            />
          ) : (
            t.noDue
          )}
        </span>
      </AppLink>
    </li>
  )
}
