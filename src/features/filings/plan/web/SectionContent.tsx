import type { ReactNode } from 'react'
import { type Licence, type PlanSection, planSectionNames } from '../../../../policy/plan/plan.ts'
import { fieldNames } from '../../../../policy/plan/plan-fields.ts'
import {
  type ChoiceFacts,
  type PlanColumn,
  type PlanList,
  type PlanRow,
  planLists,
  rowsOf,
  valueText,
} from '../../../../policy/plan/plan-tables.ts'
import { serviceKindList, serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { FieldTable } from '../../../../ui/FieldTable.tsx'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText } from '../../../../ui/language.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'

type Props = { section: PlanSection; facts: ChoiceFacts; was: ChoiceFacts | null }

/** A section as it was submitted; what is not as in the version before is marked in its place. */
export function SectionContent({ section, facts, was }: Props) {
  return (
    <>
      {planLists[section].map((list) => (
        <ListContent key={list.name} section={section} list={list} facts={facts} was={was} />
      ))}
      {section === 'agencies' ? <Reasons facts={facts} was={was} /> : null}
      {section === 'controls' ? <Controls facts={facts} was={was} /> : null}
    </>
  )
}

function ListContent({ section, list, facts, was }: Props & { list: PlanList }) {
  const say = useText()
  const title = say(list.name === 'rows' ? planSectionNames[section] : fieldNames[list.name])
  const rows = rowsOf(facts.content, section, list.name)
  const former = new Map((was ? rowsOf(was.content, section, list.name) : []).map((row) => [row.id, row]))
  const here = new Set(rows.map((row) => row.id))
  const gone = [...former.values()].filter((row) => !here.has(row.id))
  const goneIds = new Set(gone.map((row) => row.id))

  const show = (column: PlanColumn) => (row: PlanRow) => {
    if (was && goneIds.has(row.id)) return say(valueText(column, row[column.key], was, row))
    const now = say(valueText(column, row[column.key], facts, row))
    const old = former.get(row.id)
    if (!was || !old) return now
    return <Changed now={now} old={say(valueText(column, old[column.key], was, old))} />
  }

  const licences = rows.flatMap(({ licence }) => (licence ? [licence as Licence] : []))
  return (
    <div className="plan-list">
      {list.name === 'rows' ? null : <h3>{title}</h3>}
      <FieldTable
        name={`${section}.${list.name}`}
        label={title}
        columns={list.columns.map((column) => ({
          key: column.key,
          title: say(column.title),
          width: column.long ? 150 : column.kind === 'choices' ? 200 : Math.min(column.width, 100),
          figure: column.kind === 'money' || column.kind === 'number',
          show: show(column),
        }))}
        rows={[...rows, ...gone]}
        rowKey={(row) => row.id}
        markOf={(row) => (goneIds.has(row.id) ? 'removed' : was && !former.has(row.id) ? 'added' : null)}
        sums={sumsOf(list, rows)}
      />
      {licences.length > 0 ? (
        <KeyValue
          facts={licences.map((file) => ({ label: say(fieldNames.licence), value: <FileLink file={file} /> }))}
        />
      ) : null}
    </div>
  )
}

function sumsOf({ columns }: PlanList, rows: readonly PlanRow[]): Record<string, ReactNode> | undefined {
  const summed = columns.filter((column) => column.sum)
  if (summed.length === 0) return undefined
  return Object.fromEntries(
    summed.map(({ key, kind }) => {
      const sum = rows.reduce((total, row) => total + (typeof row[key] === 'number' ? row[key] : 0), 0)
      return [key, kind === 'money' ? formatYuan(sum) : Number(sum.toFixed(6))]
    }),
  )
}

/** A value and, struck out before it, what stood there in the version before. */
function Changed({ now, old }: { now: string; old: string }) {
  if (now === old) return now
  return (
    <>
      {old === '' ? null : <del>{old}</del>} <ins>{now === '' ? '—' : now}</ins>
    </>
  )
}

function Reasons({ facts, was }: Omit<Props, 'section'>) {
  const say = useText()
  const now = facts.content.agencies.fewAgenciesReasons
  const old = was?.content.agencies.fewAgenciesReasons ?? now
  const kinds = serviceKindList.filter((kind) => now[kind] || old[kind])
  if (kinds.length === 0) return null
  return (
    <div className="plan-list">
      <h3>{say(fieldNames.fewAgenciesReasons)}</h3>
      <KeyValue
        columns={1}
        facts={kinds.map((kind) => ({
          label: say(serviceKinds[kind]),
          value: (
            <div className="plan-reason" data-field={`agencies.fewAgenciesReasons.${kind}`}>
              <Changed now={now[kind] ?? ''} old={old[kind] ?? ''} />
            </div>
          ),
        }))}
      />
    </div>
  )
}

function Controls({ facts, was }: Omit<Props, 'section'>) {
  const say = useText()
  const now = facts.content.controls
  const old = was?.content.controls ?? now
  return (
    <KeyValue
      columns={1}
      facts={[
        {
          label: say(fieldNames.fileId),
          value: (
            <>
              {old.fileId !== now.fileId && old.fileId ? <del>{old.fileName}</del> : null}{' '}
              {now.fileId ? <FileLink file={{ fileId: now.fileId, name: now.fileName }} /> : '—'}
            </>
          ),
        },
        {
          label: say(fieldNames.summary),
          value: (
            <div className="plan-reason">
              <Changed now={now.summary} old={old.summary} />
            </div>
          ),
        },
      ]}
    />
  )
}
