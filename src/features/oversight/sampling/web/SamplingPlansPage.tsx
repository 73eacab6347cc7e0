import { PlusOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { samplingMethods } from '../../../../policy/oversight/sampling.ts'
import { samplingStateList, samplingStates } from '../../../../policy/oversight/sampling-plans.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import type { Column } from '../../../../ui/table-column.ts'
import { type TableSearch, useTableSearch } from '../../../../ui/table-search.ts'
import { useGo } from '../../../../ui/url.ts'
import { DayText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { StateTag } from './StateTag.tsx'
import './sampling.css'

/** Sampling plans of the reader's county, or of every county below. */
export function SamplingPlansPage() {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const { permissions } = useMe()
  const table = useTableSearch(contract.listSamplingPlans, { pageSize: 50 })
  const view = useView(contract.listSamplingPlans, { search: table.search }, { keepPrevious: true })
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle}
      actions={
        permissions.includes('sampling.plan') ? (
          <ActionButton
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            action={abilityFor(view.data?.actions ?? [], 'propose')}
            onClick={() => go('/sampling-plans/new')}
          >
            {t.propose}
          </ActionButton>
        ) : undefined
      }
    >
      <Select
        aria-label={t.state}
        className="sampling-filter"
        value={table.values.state ?? ''}
        onChange={(state: string) => table.filter({ state: state || null })}
        options={[
          { value: '', label: t.all },
          ...samplingStateList.map((state) => ({ value: state, label: say(samplingStates[state]) })),
        ]}
      />
      <Async view={view}>{(data) => <List rows={data.plans} total={data.total} table={table} />}</Async>
    </Page>
  )
}

type ListProps = { rows: contract.PlanRow[]; total: number; table: TableSearch<unknown> }

function List({ rows, total, table }: ListProps) {
  const t = useWords(words)
  const say = useText()
  const columns: Column<contract.PlanRow>[] = [
    { key: 'purpose', title: t.purpose, fixed: true, width: 280 },
    { key: 'countyName', title: t.county, width: 130 },
    { key: 'batchName', title: t.batch, width: 130 },
    { key: 'method', title: t.method, width: 220, show: (row) => say(samplingMethods[row.method]) },
    { key: 'size', title: t.size, width: 120, align: 'right' },
    { key: 'state', title: t.state, width: 120, show: (row) => <StateTag state={row.state} /> },
    { key: 'preparedOn', title: t.preparedOn, width: 130, show: (row) => <DayText day={row.preparedOn} /> },
  ]
  return (
    <DataTable
      label={t.title}
      columns={columns}
      rows={rows}
      total={total}
      table={table}
      rowKey={(row) => row.planId}
      rowTo={(row) => `/sampling-plans/${row.planId}`}
      empty={t.empty}
    />
  )
}
