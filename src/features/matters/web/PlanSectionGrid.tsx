import { Input } from 'antd'
import { indicatorOf } from '../../../policy/edition.ts'
import type { AgenciesContent, PlanContent, PlanSection } from '../../../policy/plan.ts'
import { planSectionNames } from '../../../policy/plan.ts'
import { fieldNames } from '../../../policy/plan-fields.ts'
import { usedTailoredKinds } from '../../../policy/plan-gaps-agencies.ts'
import { type ChoiceFacts, type PlanListName, type PlanRow, planLists, rowsOf } from '../../../policy/plan-tables.ts'
import { serviceKinds } from '../../../policy/service-kinds.ts'
import { formatYuan } from '../../../shared/money.ts'
import { newKey } from '../../../ui/api.ts'
import { FieldGrid } from '../../../ui/FieldGrid.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { columnsOf, useGridColumns } from '../../../ui/plan-columns.ts'
import type { PilotView } from '../../pilots/contract.ts'
import { words } from '../words.ts'
import { factsOf } from './matter-view.ts'

type Props = {
  section: PlanSection
  content: PlanContent
  pilot: PilotView
  errors: Readonly<Record<string, string>>
  disabled: boolean
  onChange: (next: PlanContent[PlanSection]) => void
}

/** One section of the plan to edit, drawn from its columns. */
export function PlanSectionGrid({ section, content, pilot, errors, disabled, onChange }: Props) {
  const say = useText()
  const facts = factsOf(pilot, content)
  return (
    <div className="matter-grid">
      <Sums section={section} content={content} pilot={pilot} />
      {planLists[section].map(({ name }) => (
        <div key={name} className="plan-list">
          {name === 'rows' ? null : <h3>{say(fieldNames[name])}</h3>}
          <ListGrid
            section={section}
            list={name}
            facts={facts}
            errors={errors}
            disabled={disabled}
            onChange={(rows) => onChange({ ...content[section], [name]: rows } as PlanContent[PlanSection])}
          />
        </div>
      ))}
      {section === 'agencies' ? (
        <FewAgencies content={content} errors={errors} disabled={disabled} onChange={onChange} />
      ) : null}
    </div>
  )
}

type ListProps = {
  section: PlanSection
  list: PlanListName
  facts: ChoiceFacts
  errors: Readonly<Record<string, string>>
  disabled: boolean
  onChange: (rows: PlanRow[]) => void
}

function ListGrid({ section, list, facts, errors, disabled, onChange }: ListProps) {
  const say = useText()
  const columns = useGridColumns<PlanRow>(section, list, facts)
  return (
    <FieldGrid<PlanRow>
      name={`${section}.${list}`}
      label={say(list === 'rows' ? planSectionNames[section] : fieldNames[list])}
      columns={columns}
      rows={rowsOf(facts.content, section, list)}
      onChange={(rows) => onChange(rows.map((row) => tidy(section, row, facts, say)))}
      newRow={() => ({ id: newKey(), ...emptyRow(section, list) })}
      errors={errors}
      disabled={disabled}
    />
  )
}

/** Choices that stand as text in a plan: empty, never null. */
const texts = ['indicator', 'agencyUscc']

function emptyRow(section: PlanSection, list: PlanListName): Record<string, unknown> {
  return Object.fromEntries(
    columnsOf(section, list).map(({ key, kind }) => [
      key,
      kind === 'choices' || kind === 'list' ? [] : kind === 'text' || texts.includes(key) ? '' : null,
    ]),
  )
}

/** What an emptied choice leaves behind; an indicator brings its unit. */
function tidy(
  section: PlanSection,
  row: PlanRow,
  { edition }: ChoiceFacts,
  say: (text: { zh: string; en: string }) => string,
): PlanRow {
  const emptied = texts.filter((key) => key in row && row[key] === null).map((key) => [key, ''])
  const whole = { ...row, ...Object.fromEntries(emptied) } as PlanRow
  if (section !== 'targets' || whole.unit !== '') return whole
  const rule = indicatorOf(edition, String(whole.indicator))
  return rule ? { ...whole, unit: say(rule.unit) } : whole
}

/** Whether the money still meets the award, and the weights still make a hundred. */
function Sums({ section, content, pilot }: Pick<Props, 'section' | 'content' | 'pilot'>) {
  const t = useWords(words)
  if (section === 'fund-lines') {
    const off = content['fund-lines'].rows.reduce((sum, row) => sum + (row.provincialFen ?? 0), 0) - pilot.awardFen
    return (
      <p className={`matter-sums ${off === 0 ? 'is-good' : 'is-bad'}`} role="status">
        {off === 0 ? t.sumMeets : t.sumOff(`${off > 0 ? '+' : ''}${formatYuan(off)}`)}
      </p>
    )
  }
  if (section !== 'targets') return null
  const weight = content.targets.rows.reduce((sum, row) => sum + Math.round((row.weight ?? 0) * 100), 0) / 100
  return (
    <p className={`matter-sums ${weight === 100 ? 'is-good' : 'is-bad'}`} role="status">
      {weight === 100 ? t.weightMeets : t.weightOff(weight)}
    </p>
  )
}

/** Why a tailored kind has too few agencies, where it has. */
function FewAgencies({ content, errors, disabled, onChange }: Omit<Props, 'section' | 'pilot'>) {
  const say = useText()
  const { agencies } = content
  const asked = usedTailoredKinds(content).filter(
    (kind) =>
      agencies.fewAgenciesReasons[kind] !== undefined ||
      agencies.agencies.filter((agency) => agency.serviceKinds.includes(kind)).length < 2,
  )
  if (asked.length === 0) return null
  const put = (reasons: AgenciesContent['fewAgenciesReasons']) => onChange({ ...agencies, fewAgenciesReasons: reasons })
  return (
    <div className="plan-list">
      <h3>{say(fieldNames.fewAgenciesReasons)}</h3>
      <div className="form">
        {asked.map((kind) => (
          <div key={kind} className="field">
            <label htmlFor={`few-${kind}`}>{say(serviceKinds[kind])}</label>
            <Input.TextArea
              id={`few-${kind}`}
              data-field={`agencies.fewAgenciesReasons.${kind}`}
              disabled={disabled}
              value={agencies.fewAgenciesReasons[kind] ?? ''}
              autoSize={{ minRows: 1, maxRows: 6 }}
              maxLength={2000}
              status={errors[`agencies.fewAgenciesReasons.${kind}`] ? 'error' : ''}
              onChange={(event) => put({ ...agencies.fewAgenciesReasons, [kind]: event.target.value })}
            />
          </div>
        ))}
      </div>
    </div>
  )
}
