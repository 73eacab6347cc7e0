import { type PlanSection, planSectionNames } from '../../../../policy/plan/plan.ts'
import { fieldNames } from '../../../../policy/plan/plan-fields.ts'
import { type ChoiceFacts, type PlanListName, planLists, rowsOf } from '../../../../policy/plan/plan-tables.ts'
import { isServiceKind, serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { FieldTable } from '../../../../ui/FieldTable.tsx'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { FileLink } from '../../files/web/public.ts'
import { planWords } from '../words.ts'
import { sumsOf, useTableColumns } from './plan-columns.ts'

/** A section to read. */
export function PlanTables({ section, facts }: { section: PlanSection; facts: ChoiceFacts }) {
  return (
    <>
      {planLists[section].map(({ name }) => (
        <ListTable key={name} section={section} list={name} facts={facts} />
      ))}
      {section === 'agencies' ? <FewAgencies facts={facts} /> : null}
      {section === 'controls' ? <Controls facts={facts} /> : null}
    </>
  )
}

function ListTable({ section, list, facts }: { section: PlanSection; list: PlanListName; facts: ChoiceFacts }) {
  const say = useText()
  const columns = useTableColumns(section, list, facts)
  const rows = rowsOf(facts.content, section, list)
  const title = say(list === 'rows' ? planSectionNames[section] : fieldNames[list])
  const sums = sumsOf(section, list, rows)
  return (
    <div className="plan-list">
      {list === 'rows' ? null : <h3>{title}</h3>}
      <FieldTable
        name={`${section}.${list}`}
        label={title}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        sums={Object.keys(sums).length > 0 ? sums : undefined}
      />
    </div>
  )
}

function FewAgencies({ facts }: { facts: ChoiceFacts }) {
  const say = useText()
  const reasons = Object.entries(facts.content.agencies.fewAgenciesReasons).filter(([, reason]) => reason)
  if (reasons.length === 0) return null
  return (
    <div className="plan-list">
      <h3>{say(fieldNames.fewAgenciesReasons)}</h3>
      <KeyValue
        columns={1}
        facts={reasons.map(([kind, reason]) => ({
          label: isServiceKind(kind) ? say(serviceKinds[kind]) : kind,
          value: reason,
        }))}
      />
    </div>
  )
}

function Controls({ facts }: { facts: ChoiceFacts }) {
  const t = useWords(planWords)
  const say = useText()
  const { fileId, fileName, summary } = facts.content.controls
  return (
    <KeyValue
      columns={1}
      facts={[
        {
          label: say(fieldNames.fileId),
          value: fileId ? <FileLink file={{ fileId, name: fileName || t.rulesFile }} /> : '—',
        },
        { label: say(fieldNames.summary), value: <div className="plan-reason">{summary || '—'}</div> },
      ]}
    />
  )
}
